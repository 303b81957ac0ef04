#!/bin/sh
# Writes constraints.txt anew: the exact version and the hashes of everything that pyproject.toml asks for, all extras.
#
#   sh scripts/lock.sh               keeps the versions that are there, adds and removes what pyproject.toml changed
#   sh scripts/lock.sh --upgrade     takes the newest versions
#
# Run it with the oldest Python that pyproject.toml allows, so that its extra requirements are in the list. The user's own
# pip settings are left out: a file of a local mirror may differ from the public one, and then the hashes would not agree.
set -eu
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
[ ! -f constraints.txt ] || cp constraints.txt "$scratch/constraints.txt"
env -u PIP_FIND_LINKS -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null \
  .venv/bin/python -m piptools compile --quiet --no-config --all-extras --strip-extras --generate-hashes --allow-unsafe \
  --no-annotate --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host "$@" \
  --output-file "$scratch/constraints.txt" pyproject.toml
# pip-tools lists the project itself, because the extra "dev" names it; it is installed from the checkout, not from the list
sed '/^dispensador @ /d; /^#/d; /^$/d' "$scratch/constraints.txt" >constraints.txt
grep -c == constraints.txt
