#!/bin/sh
# How long after a move of a lever the answers of a live report are redrawn, in Chromium:
#   ./corridor run iran-iraq-2019 --out results && benchmarks/levers.sh results/report.html
set -eu
report=${1:?name a report.html that has levers}
here=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'kill "$browser" 2>/dev/null || true; wait "$browser" 2>/dev/null || true; rm -rf "$folder"' EXIT

# The page's policy allows no script but its own.
{
  sed 's/<meta http-equiv="Content-Security-Policy"[^>]*>//; /<head>/q' "$report"
  printf '<script>%s</script>\n' "$(cat "$here/levers.js")"
  sed '1,/<head>/d; s/<meta http-equiv="Content-Security-Policy"[^>]*>//' "$report"
} >"$folder/page.html"

: >"$folder/log"
chromium --headless=new --no-sandbox --disable-gpu --user-data-dir="$folder/profile" --remote-debugging-port=0 \
  --window-size=1280,800 --enable-logging=stderr "file://$folder/page.html" 2>"$folder/log" &
browser=$!
until grep -q '"levers: ' "$folder/log"; do
  kill -0 "$browser" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
  sleep 1
done
sed -n 's/.*"levers: \([^"]*\)".*/\1/p' "$folder/log"
