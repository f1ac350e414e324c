"""Loaders: one module per publisher's product. Each has ``load(raw) -> {table name: frame}``."""
