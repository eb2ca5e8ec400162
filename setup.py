"""Puts what lies beside the package into a wheel, as `drafting/_data`; see `drafting/config.py`."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent


class BuildWithData(build_py):
    """Copy the package, then templates and migrations into it."""

    def run(self) -> None:
        """Build, and see that nothing is missing that a house needs."""
        super().run()
        data = Path(self.build_lib) / "drafting" / "_data"
        for name in ("templates", "migrations"):
            here = ROOT / name
            unwanted = shutil.ignore_patterns("__pycache__")
            shutil.copytree(here, data / name, ignore=unwanted, dirs_exist_ok=True)


setup(cmdclass={"build_py": BuildWithData})
