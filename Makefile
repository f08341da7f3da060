.DEFAULT_GOAL := help
.PHONY: help run test lint format check bench clean bootstrap

help: ## Show the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: bootstrap ## Build for release, extract corpus/*.txt into output/ and print a summary
	@guize=$$(scripts/build-release) && "$$guize" extract corpus/*.txt --output output --summary

test: bootstrap ## Run all tests
	swift test

lint: bootstrap ## Check the form of code and scripts
	scripts/lint

format: bootstrap ## Format the Swift code
	scripts/lint --fix

check: bootstrap ## Check the built program: examples, schema, accuracy, determinism
	scripts/check

bench: bootstrap ## Measure speed, cold start and memory
	Benchmarks/run --guize "$$(scripts/build-release)"
	Benchmarks/compare --guize "$$(scripts/build-release)"

clean: ## Remove what was built and extracted
	rm -rf .build output/*.json

bootstrap:
	@scripts/bootstrap
