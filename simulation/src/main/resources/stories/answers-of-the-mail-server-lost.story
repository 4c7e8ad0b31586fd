story     The answers of the mail server are lost
why       F33: three mails in all, then one a day, always the same Message-ID.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:02  mail loses answers
00:12  frigate sick
12:00  end

must      at most 3 mails per 12h

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
00:20  frigate-r4-20260101T001500Z-alert-1 is unclear: no answer after the final dot
00:20  round ended with exit code 4
00:20  mail: frigate: down
00:25  frigate-r4-20260101T001500Z-alert-1 is unclear: no answer after the final dot
00:25  round ended with exit code 4
00:25  mail: frigate: down
00:30  frigate-r4-20260101T001500Z-alert-1 is unclear: no answer after the final dot
00:30  round ended with exit code 4
00:30  mail: frigate: down
00:35  round ended with exit code 4
00:40  round ended with exit code 4
00:45  round ended with exit code 4
00:50  round ended with exit code 4
00:55  round ended with exit code 4
01:00  round ended with exit code 4
01:05  round ended with exit code 4
01:10  round ended with exit code 4
01:15  round ended with exit code 4
01:20  round ended with exit code 4
01:25  round ended with exit code 4
01:30  round ended with exit code 4
01:35  round ended with exit code 4
01:40  round ended with exit code 4
01:45  round ended with exit code 4
01:50  round ended with exit code 4
01:55  round ended with exit code 4
02:00  round ended with exit code 4
02:05  round ended with exit code 4
02:10  round ended with exit code 4
02:15  round ended with exit code 4
02:20  round ended with exit code 4
02:25  round ended with exit code 4
02:30  round ended with exit code 4
02:35  round ended with exit code 4
02:40  round ended with exit code 4
02:45  round ended with exit code 4
02:50  round ended with exit code 4
02:55  round ended with exit code 4
03:00  round ended with exit code 4
03:05  round ended with exit code 4
03:10  round ended with exit code 4
03:15  round ended with exit code 4
03:20  round ended with exit code 4
03:25  round ended with exit code 4
03:30  round ended with exit code 4
03:35  round ended with exit code 4
03:40  round ended with exit code 4
03:45  round ended with exit code 4
03:50  round ended with exit code 4
03:55  round ended with exit code 4
04:00  round ended with exit code 4
04:05  round ended with exit code 4
04:10  round ended with exit code 4
04:15  round ended with exit code 4
04:20  round ended with exit code 4
04:25  round ended with exit code 4
04:30  round ended with exit code 4
04:35  round ended with exit code 4
04:40  round ended with exit code 4
04:45  round ended with exit code 4
04:50  round ended with exit code 4
04:55  round ended with exit code 4
05:00  round ended with exit code 4
05:05  round ended with exit code 4
05:10  round ended with exit code 4
05:15  round ended with exit code 4
05:20  round ended with exit code 4
05:25  round ended with exit code 4
05:30  round ended with exit code 4
05:35  round ended with exit code 4
05:40  round ended with exit code 4
05:45  round ended with exit code 4
05:50  round ended with exit code 4
05:55  round ended with exit code 4
06:00  round ended with exit code 4
06:05  round ended with exit code 4
06:10  round ended with exit code 4
06:15  round ended with exit code 4
06:20  round ended with exit code 4
06:25  round ended with exit code 4
06:30  round ended with exit code 4
06:35  round ended with exit code 4
06:40  round ended with exit code 4
06:45  round ended with exit code 4
06:50  round ended with exit code 4
06:55  round ended with exit code 4
07:00  round ended with exit code 4
07:05  round ended with exit code 4
07:10  round ended with exit code 4
07:15  round ended with exit code 4
07:20  round ended with exit code 4
07:25  round ended with exit code 4
07:30  round ended with exit code 4
07:35  round ended with exit code 4
07:40  round ended with exit code 4
07:45  round ended with exit code 4
07:50  round ended with exit code 4
07:55  round ended with exit code 4
08:00  round ended with exit code 4
08:05  round ended with exit code 4
08:10  round ended with exit code 4
08:15  round ended with exit code 4
08:20  round ended with exit code 4
08:25  round ended with exit code 4
08:30  round ended with exit code 4
08:35  round ended with exit code 4
08:40  round ended with exit code 4
08:45  round ended with exit code 4
08:50  round ended with exit code 4
08:55  round ended with exit code 4
09:00  round ended with exit code 4
09:05  round ended with exit code 4
09:10  round ended with exit code 4
09:15  round ended with exit code 4
09:20  round ended with exit code 4
09:25  round ended with exit code 4
09:30  round ended with exit code 4
09:35  round ended with exit code 4
09:40  round ended with exit code 4
09:45  round ended with exit code 4
09:50  round ended with exit code 4
09:55  round ended with exit code 4
10:00  round ended with exit code 4
10:05  round ended with exit code 4
10:10  round ended with exit code 4
10:15  round ended with exit code 4
10:20  round ended with exit code 4
10:25  round ended with exit code 4
10:30  round ended with exit code 4
10:35  round ended with exit code 4
10:40  round ended with exit code 4
10:45  round ended with exit code 4
10:50  round ended with exit code 4
10:55  round ended with exit code 4
11:00  round ended with exit code 4
11:05  round ended with exit code 4
11:10  round ended with exit code 4
11:15  round ended with exit code 4
11:20  round ended with exit code 4
11:25  round ended with exit code 4
11:30  round ended with exit code 4
11:35  round ended with exit code 4
11:40  round ended with exit code 4
11:45  round ended with exit code 4
11:50  round ended with exit code 4
11:55  round ended with exit code 4
12:00  round ended with exit code 4
in all  3 mails, 0 restarts
