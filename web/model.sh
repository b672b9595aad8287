#!/bin/sh
# Builds the model for pages, if it isn't there or sources have changed: what a command of a checkout starts
# before it makes its first page.
set -eu

home=$(CDPATH='' cd -P "${0%/*}/.." && pwd)
module=web
jar=$home/web/target/classes/io/corridor/web/engine.wasm.txt
# shellcheck source=cli/start.sh
. "$home/cli/start.sh"
# shellcheck source=cli/build.sh
. "$home/cli/build.sh"

trap '[ $? -eq 0 ] || say "without the model a page can be read, but not asked"' EXIT
find_java
build_if_stale "the model that pages carry, so that they can be asked; all else is there"
