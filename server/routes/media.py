"""Endpoints of the media side."""

from fastapi import APIRouter

router = APIRouter(prefix="/media", tags=["media"])
