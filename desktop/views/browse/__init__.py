"""The tab 全部作品: every work of the campaign, online, page by page (platform admins)."""
