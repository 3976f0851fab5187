"""The people one sits across from: drawn as layered SVG from numbers."""
