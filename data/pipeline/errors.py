"""What can go wrong in a build, each with a message that says where and what to do."""

from __future__ import annotations


class PipelineError(Exception):
    """The build or the check cannot go on; the message names what, where and what to do."""


class RawDataError(PipelineError):
    """A raw file is not as its loader declares it; the message names file, row and column."""


class ContractError(PipelineError):
    """A table breaks its contract in ``data/tables.toml``; the message names table, row and column."""
