"""The bundled tables, their registers and the pipeline that builds them."""
