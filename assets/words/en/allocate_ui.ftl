# Words of the window about editing amounts: the grid, its columns, spreading, pasting, bulk edits and limits.

## The grid

