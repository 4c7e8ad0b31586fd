#!/usr/bin/env bash
# The checker of the incident, rebuilt: a failure threshold, a rate limit, a circuit breaker, state in a ConfigMap. It looks
# professional. It does not look at the node, and its memory is no memory of having told: see the README. Needs bash, curl, kubectl.
set -euo pipefail

namespace=${NAMESPACE:-cams}
deployment=${DEPLOYMENT:-frigate}
stats_url=${STATS_URL:-http://frigate.cams:5000/api/stats}
state=${STATE:-frigate-health-state}
failure_threshold=${FAILURE_THRESHOLD:-2}
max_restarts_per_hour=${MAX_RESTARTS_PER_HOUR:-12}
mail_from=${MAIL_FROM:-frigate-health@example.org}
mail_to=${MAIL_TO:-me@example.org}

main() {
  load
  if healthy; then
    consecutive_failures=0
    alert_sent_for_incident=false
    save
    echo "healthy"
    return
  fi
  consecutive_failures=$((consecutive_failures + 1))
  if ((consecutive_failures < failure_threshold)); then
    save
    echo "unhealthy, $consecutive_failures of $failure_threshold"
    return
  fi
  if (($(restarts_within_the_hour) >= max_restarts_per_hour)); then
    save
    echo "circuit open: $max_restarts_per_hour restarts within an hour"
    return
  fi
  kubectl -n "$namespace" rollout restart "deployment/$deployment"
  last_restart_times="$last_restart_times $(date +%s)"
  mail "Frigate Restarted" "Frigate did not answer $consecutive_failures times in a row and was restarted."
  alert_sent_for_incident=true
  last_alert_time=$(date +%s)
  save
}

load() {
  consecutive_failures=0 last_restart_times='' alert_sent_for_incident=false last_alert_time=''
  local text
  text=$(kubectl -n "$namespace" get configmap "$state" -o jsonpath='{.data.consecutive_failures}|{.data.last_restart_times}|{.data.alert_sent_for_incident}|{.data.last_alert_time}' 2>/dev/null) || return 0
  IFS='|' read -r consecutive_failures last_restart_times alert_sent_for_incident last_alert_time <<<"$text"
  consecutive_failures=${consecutive_failures:-0}
}

save() {
  kubectl -n "$namespace" create configmap "$state" --dry-run=client -o yaml \
    --from-literal=consecutive_failures="$consecutive_failures" \
    --from-literal=last_restart_times="$last_restart_times" \
    --from-literal=alert_sent_for_incident="$alert_sent_for_incident" \
    --from-literal=last_alert_time="$last_alert_time" | kubectl apply -f - >/dev/null
}

healthy() {
  local stats
  stats=$(curl -fsS --max-time 10 "$stats_url" 2>/dev/null) || return 1
  [[ $stats =~ \"inference_speed\":\ *([0-9]+) ]] && ((BASH_REMATCH[1] < 100))
}

restarts_within_the_hour() {
  local time count=0 since
  since=$(($(date +%s) - 3600))
  for time in $last_restart_times; do
    if ((time > since)); then count=$((count + 1)); fi
  done
  echo "$count"
}

mail() {
  printf 'From: %s\r\nTo: %s\r\nSubject: %s\r\n\r\n%s\r\n' "$mail_from" "$mail_to" "$1" "$2" |
    curl -fsS --url "$SMTP_URL" --mail-from "$mail_from" --mail-rcpt "$mail_to" --upload-file -
}

main
