"""``python -m data.pipeline build --raw FOLDER``, ``python -m data.pipeline derive`` and ``… check``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.pipeline.build import build, check_folder, derive
from data.pipeline.errors import PipelineError


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 if all is well, 1 with one clear line on standard error if not."""
    parser = argparse.ArgumentParser(prog="python -m data.pipeline", description="Build or check the bundled data.")
    commands = parser.add_subparsers(dest="command", required=True)
    build_command = commands.add_parser("build", help="build every table from the raw files")
    build_command.add_argument("--raw", type=Path, required=True, help="folder of the raw files")
    build_command.add_argument("--draft", action="store_true", help="do not keep what is replaced in the archive")
    commands.add_parser("derive", help="make again what is made of the shipped tables; needs no raw files")
    commands.add_parser("check", help="check the shipped tables; needs no raw files")
    options = parser.parse_args(arguments)
    try:
        manifest = {"build": lambda: build(options.raw, draft=options.draft), "derive": derive,
                    "check": check_folder}[options.command]()
    except PipelineError as error:
        print(f"{options.command} stopped: {error}", file=sys.stderr)
        return 1
    rows = sum(entry["rows"] for entry in manifest["tables"].values())
    size = sum(entry["bytes"] for entry in manifest["tables"].values())
    print(f"{len(manifest['tables'])} tables, {rows:,} rows, {size / 1e6:.1f} MB, "
          f"data version {manifest['data_version']} of {manifest['built']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
