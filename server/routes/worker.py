"""Endpoints of the worker side."""

from fastapi import APIRouter

router = APIRouter(prefix="/worker", tags=["worker"])
