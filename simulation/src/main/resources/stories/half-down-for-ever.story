story     Half down for ever
why       Rule 4: failing and passing in turn would never fail twice in a row; half of the last twelve is enough.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:03  frigate sick
00:08  frigate well
00:13  frigate sick
00:18  frigate well
00:23  frigate sick
00:28  frigate well
00:33  frigate sick
00:38  frigate well
00:43  frigate sick
00:48  frigate well
00:53  frigate sick
00:58  frigate well
01:03  frigate sick
01:08  frigate well
01:13  frigate sick
01:18  frigate well
01:23  frigate sick
01:28  frigate well
01:33  frigate sick
01:38  frigate well
03:00  end

must      told within 1h
must      at most 4 mails per day

seen
00:05  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:10  frigate DEGRADED -> HEALTHY, passed before the failure was confirmed: it answers
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> HEALTHY, passed before the failure was confirmed: it answers
00:25  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:30  frigate DEGRADED -> HEALTHY, passed before the failure was confirmed: it answers
00:35  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:40  frigate DEGRADED -> HEALTHY, passed before the failure was confirmed: it answers
00:45  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:50  frigate DEGRADED -> HEALTHY, passed before the failure was confirmed: it answers
00:55  frigate HEALTHY -> DEGRADED -> ALERTED, no remediation is configured: it answers badly
00:55  mail: frigate: down
01:00  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
01:10  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:15  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
01:20  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
01:30  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:35  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
01:40  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
03:00  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r12-20260101T005500Z is over
03:00  mail: frigate: recovered
in all  2 mails, 0 restarts
