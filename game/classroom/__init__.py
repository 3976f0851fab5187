"""A class of finished meetings as values: records recomputed, figures for a projector, exports."""
