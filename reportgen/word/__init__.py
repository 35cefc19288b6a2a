"""An edited report against its project: the data are composed anew, and the Word file is compared with that."""
