"""The build: official files in, checked parquet out. Nothing that runs in the app imports this package."""
