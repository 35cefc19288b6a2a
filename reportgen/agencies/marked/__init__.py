"""A marked copy: a workbook that an agency sent and its problems come in, the same workbook with marks goes out."""
