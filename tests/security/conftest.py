from tests.cli.conftest import home, shinyo

__all__ = ["home", "shinyo"]
