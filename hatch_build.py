"""Compiles the modules that pyproject.toml lists when the package is built, where there is a C compiler.

What every line of every page goes through is compiled to C by mypyc, from the same source, and gives the same records
(.ci/run tries it). Where that cannot be done (no compiler, no header files of Python, too slow a machine), the package
is built as it stands: pure Python, slower, and otherwise alike. `KOREANEWS_COMPILE=0` leaves it out;
`KOREANEWS_COMPILE=1` has a build fail that cannot compile. An editable installation is never compiled.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_NEEDS = [
    # From checked types to C; before 1.19 it does not take all of the source.
    "mypy[mypyc]>=1.19,<3",
    "types-python-dateutil>=2.8.19",
    # What runs the C compiler, and has it work on all cores.
    "setuptools>=65",
    "pybind11>=2.13",
]
# In seconds; two cores take 40.
_TOO_LONG = 300
# How much of what a compiler says is told on, in characters.
_MUCH = 2000


class CompilingHook(BuildHookInterface):
    """hatchling's hook: adds the compiled modules to the wheel, each beside its source."""

    def dependencies(self) -> list[str]:
        """The requirements (PEP 508) of the environment that the package is built in."""
        return [] if self._reason_not_to() else _NEEDS

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell `build_data` what there is. RuntimeError where it had to be done and could not be."""
        if version == "editable":
            return
        self._made = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        folder = Path(self._made.name)
        reason = self._reason_not_to() or self._compile(folder)
        if not reason:
            build_data["pure_python"] = False
            build_data["infer_tag"] = True
            for module in folder.glob("**/*" + sysconfig.get_config_var("EXT_SUFFIX")):
                build_data["force_include"][str(module)] = module.relative_to(folder).as_posix()
        elif os.environ.get("KOREANEWS_COMPILE") == "1":
            raise RuntimeError(f"koreanews could not be compiled: {reason}")
        else:
            self.app.display_warning(f"koreanews is not compiled: {reason}")

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made on the way."""
        if version != "editable":
            self._made.cleanup()

    @staticmethod
    def _reason_not_to() -> str:
        """Why nothing is compiled here, or ""."""
        asked = os.environ.get("KOREANEWS_COMPILE")
        if asked == "0":
            return "KOREANEWS_COMPILE is 0"
        compiler = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
        if asked != "1" and not shutil.which(compiler.split()[0]):
            return "there is no C compiler"
        if not Path(sysconfig.get_path("include"), "Python.h").exists():
            return "Python's header files are not installed"
        return ""

    def _compile(self, folder: Path) -> str:
        """Compile into `folder`, laid out as the wheel is; why it could not be done, or ""."""
        source = Path(self.root, "src")
        modules = sorted(
            str(module.relative_to(source))
            for pattern in self.config["modules"]
            for module in source.glob(pattern)
            if module.name not in self.config["not-compiled"]
        )
        command = [sys.executable, __file__, *modules]
        try:
            shutil.copytree(source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.so", "*.pyd"))
            done = subprocess.run(command, cwd=folder, capture_output=True, errors="replace", timeout=_TOO_LONG)
        except (OSError, subprocess.SubprocessError) as error:
            return str(error)
        return "" if done.returncode == 0 else done.stderr.strip()[-_MUCH:]


def _compile_here(modules: list[str]) -> None:
    """Compile the modules, given as paths below the current folder, each to a file beside it."""
    from mypyc.build import mypycify
    from pybind11.setup_helpers import ParallelCompile
    from setuptools import setup

    ParallelCompile().install()
    mypy = ["--ignore-missing-imports", "--follow-imports=silent"]
    extensions = mypycify([*mypy, *modules], debug_level="0", multi_file=True)
    setup(name="koreanews", packages=[], ext_modules=extensions, script_args=["--quiet", "build_ext", "--inplace"])


if __name__ == "__main__":
    _compile_here(sys.argv[1:])
