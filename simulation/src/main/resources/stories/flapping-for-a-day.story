story     Two down, two up, all day
why       Rule 6: every new incident makes the quiet time longer, so that a day of it is at most four mails.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:03  frigate sick
00:13  frigate well
00:23  frigate sick
00:33  frigate well
00:43  frigate sick
00:53  frigate well
01:03  frigate sick
01:13  frigate well
01:23  frigate sick
01:33  frigate well
01:43  frigate sick
01:53  frigate well
02:03  frigate sick
02:13  frigate well
02:23  frigate sick
02:33  frigate well
02:43  frigate sick
02:53  frigate well
03:03  frigate sick
03:13  frigate well
03:23  frigate sick
03:33  frigate well
03:43  frigate sick
03:53  frigate well
04:03  frigate sick
04:13  frigate well
04:23  frigate sick
04:33  frigate well
04:43  frigate sick
04:53  frigate well
05:03  frigate sick
05:13  frigate well
05:23  frigate sick
05:33  frigate well
05:43  frigate sick
05:53  frigate well
06:03  frigate sick
06:13  frigate well
06:23  frigate sick
06:33  frigate well
06:43  frigate sick
06:53  frigate well
07:03  frigate sick
07:13  frigate well
07:23  frigate sick
07:33  frigate well
07:43  frigate sick
07:53  frigate well
08:03  frigate sick
08:13  frigate well
08:23  frigate sick
08:33  frigate well
08:43  frigate sick
08:53  frigate well
09:03  frigate sick
09:13  frigate well
09:23  frigate sick
09:33  frigate well
09:43  frigate sick
09:53  frigate well
10:03  frigate sick
10:13  frigate well
10:23  frigate sick
10:33  frigate well
10:43  frigate sick
10:53  frigate well
11:03  frigate sick
11:13  frigate well
11:23  frigate sick
11:33  frigate well
11:43  frigate sick
11:53  frigate well
12:03  frigate sick
12:13  frigate well
12:23  frigate sick
12:33  frigate well
12:43  frigate sick
12:53  frigate well
13:03  frigate sick
13:13  frigate well
13:23  frigate sick
13:33  frigate well
13:43  frigate sick
13:53  frigate well
14:03  frigate sick
14:13  frigate well
14:23  frigate sick
14:33  frigate well
14:43  frigate sick
14:53  frigate well
15:03  frigate sick
15:13  frigate well
15:23  frigate sick
15:33  frigate well
15:43  frigate sick
15:53  frigate well
16:03  frigate sick
16:13  frigate well
16:23  frigate sick
16:33  frigate well
16:43  frigate sick
16:53  frigate well
17:03  frigate sick
17:13  frigate well
17:23  frigate sick
17:33  frigate well
17:43  frigate sick
17:53  frigate well
18:03  frigate sick
18:13  frigate well
18:23  frigate sick
18:33  frigate well
18:43  frigate sick
18:53  frigate well
19:03  frigate sick
19:13  frigate well
19:23  frigate sick
19:33  frigate well
19:43  frigate sick
19:53  frigate well
20:03  frigate sick
20:13  frigate well
20:23  frigate sick
20:33  frigate well
20:43  frigate sick
20:53  frigate well
21:03  frigate sick
21:13  frigate well
21:23  frigate sick
21:33  frigate well
21:43  frigate sick
21:53  frigate well
22:03  frigate sick
22:13  frigate well
22:23  frigate sick
22:33  frigate well
22:43  frigate sick
22:53  frigate well
23:03  frigate sick
23:13  frigate well
23:23  frigate sick
23:33  frigate well
23:43  frigate sick
23:53  frigate well
23:59  end

must      at most 4 mails per day

seen
00:05  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:10  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
00:10  mail: frigate: down
00:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
00:20  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r2-20260101T000500Z is over
00:20  mail: frigate: recovered
00:25  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:30  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
00:30  mail: frigate: down
00:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
00:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
00:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
01:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
01:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
01:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
02:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
02:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
02:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
02:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
02:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
02:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
03:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
03:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
03:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
03:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
03:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
03:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
04:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
04:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
04:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
04:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
04:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
04:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
05:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
05:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
05:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
05:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
05:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
05:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
06:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
06:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
06:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
06:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
06:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
06:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
07:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
07:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
07:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
07:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
07:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
07:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
08:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
08:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
08:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
08:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
08:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
08:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
09:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
09:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
09:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
09:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
09:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
09:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
10:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
10:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
10:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
10:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
10:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
10:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
11:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
11:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
11:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
11:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
11:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
11:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
12:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
12:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
12:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
12:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
12:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
12:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
13:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
13:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
13:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
13:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
13:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
13:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
14:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
14:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
14:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
14:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
14:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
14:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
15:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
15:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
15:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
15:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
15:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
15:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
16:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
16:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
16:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
16:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
16:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
16:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
17:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
17:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
17:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
17:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
17:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
17:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
18:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
18:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
18:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
18:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
18:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
18:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
19:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
19:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
19:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
19:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
19:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
19:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
20:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
20:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
20:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
20:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
20:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
20:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
21:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
21:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
21:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
21:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
21:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
21:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
22:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
22:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
22:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
22:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
22:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
22:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
23:05  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
23:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
23:25  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
23:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
23:45  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
23:55  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
in all  3 mails, 0 restarts
