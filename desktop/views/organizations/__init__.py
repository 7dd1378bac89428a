"""组织审核: registrations of organizations, their papers, and the decision."""
