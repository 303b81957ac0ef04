"""What happened: the audit trail, and the incidents that people must look at."""
