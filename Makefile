# Everything that takes more than one command is in scripts/bootstrap.

.PHONY: demo test

demo: ## Install what is missing, build, turn seeds/ into output/.
	@sh scripts/bootstrap demo

test: ## Install what is missing and run all tests.
	@sh scripts/bootstrap test
