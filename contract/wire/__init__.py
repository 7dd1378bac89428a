"""Pydantic shapes of requests and answers, one module per subject."""

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """Base of what the server answers; unknown fields are kept out, so that newer servers can add some."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Ask(BaseModel):
    """Base of what clients send; unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)
