"""What must not break Crossreport: kills, full disks, damaged archives, hostile pages, slow patterns, tampering."""
