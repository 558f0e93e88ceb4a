# Everything that takes more than one command is in scripts/bootstrap.

.PHONY: consumer demo documentation fuzz test

demo: ## Install what is missing, build, turn seeds/ into output/.
	@sh scripts/bootstrap demo

test: ## Install what is missing and run all tests.
	@sh scripts/bootstrap test

consumer: ## Install what is missing; build and run packages that depend on this one, debug and release, with Graphviz and without.
	@sh scripts/bootstrap tools
	@sh scripts/consumer-test all

documentation: ## Install what is missing, build the documentation of the libraries for browsers; see Documentation/library.md.
	@sh scripts/bootstrap tools
	@sh scripts/documentation

fuzz: ## Fuzz every reader, or READERS=a,b, for SECONDS each (60); see Fuzzing/README.md.
	@python3 Fuzzing/fuzz.py --seconds $(or $(SECONDS),60) --readers '$(READERS)'
