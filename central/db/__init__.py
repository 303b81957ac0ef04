"""Central's database: the declarative base, its types, the engine and the migrations."""
