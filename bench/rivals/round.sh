#!/usr/bin/env bash
# A round of a checker as people write it (examples/frigate/story has a whole one): five calls of kubectl for each target.
# round.sh STATE OUTBOX NAMESPACE TARGET...; KUBECTL is the program, KUBECONFIG says where.
set -euo pipefail
state=$1 outbox=$2 namespace=$3
shift 3
for target in "$@"; do
  map=$state-$target
  failures=$("$KUBECTL" -n monitoring get configmap "$map" -o jsonpath='{.data.failures}' 2>/dev/null) || failures=0
  available=$("$KUBECTL" -n "$namespace" get deployment "$target" -o jsonpath='{.status.availableReplicas}')
  why=$("$KUBECTL" -n "$namespace" get pods -l app.kubernetes.io/name="$target" -o jsonpath='{.items[*].status.containerStatuses[*].state.waiting.reason}')
  if [[ ${available:-0} -gt 0 ]]; then
    failures=0
  else
    failures=$((failures + 1))
    printf 'From: tocsin@example.org\r\nTo: me@example.org\r\nSubject: %s is down\r\n\r\n%s\r\n' "$target" "$why" >"$outbox/$map.eml"
  fi
  "$KUBECTL" -n monitoring create configmap "$map" --dry-run=client -o yaml --from-literal=failures="$failures" |
    "$KUBECTL" apply --validate=false -f - >/dev/null
done
