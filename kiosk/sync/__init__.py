"""Between kiosk and central: the signed client, the outbox, the heartbeat, enrolment."""
