# build test nightly demo bench soak lint package clean, sdk, api and docs. Nothing else is needed than the .NET 10 SDK and, for the npm tests, Node.js.

export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1
# Build servers that stay behind would hold the memory of a small machine.
export MSBUILDDISABLENODEREUSE := 1

# The published plugin is made beside the solution: neither keeps two processors busy.
MAKEFLAGS += --jobs=2

SOLUTION := PartnerTrust.slnx
VERSION := $(shell sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)

PROPS := Directory.Build.props Directory.Build.targets Directory.Packages.props global.json
SOURCE_FOLDERS := provider tests examples
SOURCES := $(shell find $(SOURCE_FOLDERS) \( -name node_modules -o -name bin -o -name obj \) -prune -o -type f \( -name '*.cs' -o -name '*.csproj' -o -name '*.props' -o -name '*.targets' -o -name '*.proto' -o -name '*.ps1' \) -print 2>/dev/null)
PLUGIN_SOURCES := $(filter provider/Protocol/% provider/Trust/% provider/Network/% provider/Reports/% provider/Emulator/% provider/Engines/% provider/Plugin/% provider/%.props,$(SOURCES)) schema.json $(wildcard docs/errors/PT*.md) $(PROPS)

PLUGIN := bin/pulumi-resource-partnertrust
BUILT := artifacts/.built
SDK_CHOICE := artifacts/PulumiSdk.props
CHOICES := $(SDK_CHOICE) artifacts/VerifyXunit.props
NODE_MODULES := tests/Interop/node_modules/.package-lock.json
PWSH := artifacts/pwsh

.PHONY: build test nightly demo bench soak lint package clean sdk api docs

build: $(PLUGIN) $(BUILT)

test: build $(NODE_MODULES) $(PWSH)
	@.ci/test

# Builds what the demo shows and nothing else. ENGINE=powerShell tells the same story on the engine of real servers.
demo: $(PLUGIN) $(SDK_CHOICE)
	@for project in tests/Demo $(if $(filter powerShell,$(ENGINE)),tests/CmdletSimulator.Host examples/two-way-trust); do \
	  dotnet build $$project -f net10.0 -v quiet --nologo || exit 1; done
	@dotnet artifacts/bin/PartnerTrust.Demo/debug/PartnerTrust.Demo.dll $(ENGINE)

# The tests that generate their cases, with many more of them. Takes an hour and a half.
nightly: build $(PWSH)
	@PARTNERTRUST_NIGHTLY=1 .ci/test --filter Size=Nightly

bench: build
	@dotnet run -c Release --project tests/Benchmarks -- $(PLUGIN)

# Starts the plugin STARTS times, a quarter of an hour for 5,000, and fails with all frames of a connection that lost an answer.
STARTS := 5000
soak: $(PLUGIN) $(SDK_CHOICE)
	@dotnet run -c Release --project tests/Soak -- $(PLUGIN) $(STARTS)

lint: $(CHOICES)
	dotnet build $(SOLUTION) -v quiet --nologo -warnaserror
	dotnet format $(SOLUTION) --verify-no-changes --no-restore

# For every platform from one machine, or for those that PLATFORMS names; then each archive is unpacked and tried or looked into.
PLATFORMS := linux-amd64 linux-arm64 windows-amd64 windows-arm64 darwin-amd64 darwin-arm64
package: build
	@.ci/package $(VERSION) $(PLATFORMS)
	@.ci/test-packages

# What is made from schema.json: the SDK's classes, and the schema of stacks' configurations for editors.
sdk:
	dotnet run --project tests/Offline/SdkGenerator -- schema.json provider/Sdk
	dotnet run --project provider/Plugin -- schema --config >artifacts/stack.schema.json
	mv artifacts/stack.schema.json examples/

# Writes down the public members that the packages have since their last release.
api: $(CHOICES)
	@for project in provider/Sdk/Pulumi.PartnerTrust.csproj provider/Sdk/Testing/Pulumi.PartnerTrust.Testing.csproj; do \
	  dotnet format analyzers $$project --diagnostics RS0016 RS0017 --severity info || exit 1; done

# The pages of all numbers, from the doc comments of the catalogue.
docs:
	dotnet run --project tests/ErrorPages -- docs/errors

clean:
	rm -rf artifacts bin

artifacts/PulumiSdk.props:
	@.ci/find-package PulumiSdk Pulumi

artifacts/VerifyXunit.props:
	@.ci/find-package VerifyXunit Verify.Xunit

$(PWSH): .config/dotnet-tools.json .ci/compile-pwsh
	@.ci/compile-pwsh && touch $@

$(PLUGIN): $(PLUGIN_SOURCES) .ci/publish
	@.ci/publish $$(.ci/platform) bin || { echo 'the plugin cannot be published here: the feed lacks parts of .NET' >&2; exit 1; }

# The stamp is as old as the newest source when a build begins, so that a change during the build is built next time.
$(BUILT): $(SOURCES) schema.json $(PROPS) | $(CHOICES)
	@mkdir -p artifacts && touch $@.began
	dotnet build $(SOLUTION) -f net10.0 -v quiet --nologo
	@mv $@.began $@

# Without Node.js, or a feed that has the packages, the npm tests are skipped and say so.
$(NODE_MODULES): tests/Interop/package.json tests/Interop/package-lock.json
	@if ! command -v npm >/dev/null; then echo "Node.js is not installed: the npm tests will be skipped"; \
	else cd tests/Interop && npm ci --ignore-scripts --no-audit --no-fund --loglevel error || echo "npm packages could not be installed: the npm tests will be skipped"; fi
