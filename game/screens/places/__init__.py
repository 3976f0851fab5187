"""The places one meets in, and the person in them: drawn as layered SVG, lit by the hour."""
