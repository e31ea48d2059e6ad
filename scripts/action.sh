#!/usr/bin/env bash
# The lint step of the GitHub action. What it is told comes from the environment:
#   INPUT_PATHS, INPUT_OPTIONS   lines: paths to lint, further options
#   INPUT_FAIL_ON, INPUT_ANNOTATIONS, INPUT_SUMMARY, INPUT_SARIF_FILE
#   RUNNER_TEMP, GITHUB_OUTPUT, GITHUB_STEP_SUMMARY   from GitHub
set -euo pipefail

folder="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
reports="$(mktemp -d "${RUNNER_TEMP:-/tmp}/tactful.XXXXXX")"

options=()
while IFS= read -r line || [ -n "$line" ]; do
  line="${line%$'\r'}"
  if [ -n "$line" ]; then options+=("$line"); fi
done <<<"${INPUT_OPTIONS:-}"

# A path may look like an option, a command or standard input; with its folder before it, it is none of them.
paths=()
while IFS= read -r line || [ -n "$line" ]; do
  line="${line%$'\r'}"
  case "$line" in
    '') ;;
    /* | ./* | ../* | [A-Za-z]:[/\\]*) paths+=("$line") ;;
    *) paths+=("./$line") ;;
  esac
done <<<"${INPUT_PATHS:-.}"
if [ "${#paths[@]}" -eq 0 ]; then paths=(.); fi

sarif="${INPUT_SARIF_FILE:-}"
if [ -z "$sarif" ]; then sarif="$reports/tactful.sarif"; fi
json="$reports/tactful.json"
summary="$reports/summary.md"

formats=(--format stylish --format "sarif=$sarif" --format "json=$json" --format "markdown=$summary")
if [ "${INPUT_ANNOTATIONS:-true}" != true ]; then formats+=(--format "github=$reports/annotations.txt"); fi

code=0
node "$folder/bin/tactful.js" --fail-on "${INPUT_FAIL_ON:-error}" "${formats[@]}" ${options[@]+"${options[@]}"} -- "${paths[@]}" || code=$?

case "$sarif" in
  /* | [A-Za-z]:[/\\]*) ;;
  *) sarif="$PWD/$sarif" ;;
esac
node "$folder/scripts/actionOutputs.js" "$code" "$json" "$sarif" >>"${GITHUB_OUTPUT:-/dev/null}"
if [ "${INPUT_SUMMARY:-true}" = true ] && [ -f "$summary" ]; then
  cat "$summary" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
fi
exit "$code"
