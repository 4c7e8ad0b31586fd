story     Blind in the middle of an incident
why       An unknown moves nothing: the incident stays open, and is closed by passes that were seen.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:03  frigate sick
00:13  frigate unseen
00:43  frigate seen
01:03  frigate well
02:00  end

must      at most 1 alerts per day

seen
00:05  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:10  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
00:10  mail: frigate: down
00:25  mail: frigate: cannot be seen
00:45  mail: frigate: can be seen again
01:05  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:10  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r2-20260101T000500Z is over
01:10  mail: frigate: recovered
in all  4 mails, 0 restarts
