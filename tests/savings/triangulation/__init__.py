"""Tests of triangulation."""
