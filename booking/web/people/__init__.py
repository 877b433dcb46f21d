"""Who somebody is: signing up and in, the second step, forgotten passwords, invitations, and one's own account."""
