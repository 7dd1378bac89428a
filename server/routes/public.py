"""Endpoints of the public side."""

from fastapi import APIRouter

router = APIRouter(prefix="/public", tags=["public"])
