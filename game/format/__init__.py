"""Scenarios as files: YAML in, findings and a ``game.core.scenario.Scenario`` out.

YAML, its dangers and its schema are known only on this floor; nothing here opens a file.
"""
