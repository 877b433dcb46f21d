# Thin over dev.py, for those who type make; `python3 dev.py` alone does the same.
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help run test test-release bench lint pictures audit jobs fetch lock

help run test test-release bench lint pictures audit jobs fetch lock:
	@$(PYTHON) dev.py $@ $(ARGS)
