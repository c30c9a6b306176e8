# Words of the program around the window: what it says before there is one, and what the system refused.

app-no-display = no display is set, so no window can be opened; `{ $command }` prints the shipped plan’s payments without one
app-display-silent = the display does not answer, so no window can be opened; `{ $command }` prints the shipped plan’s payments without one
app-window-failed = the window could not be made: { $cause }
problem-nothing-to-show = There is no folder to show for { $path }. It may have been moved or removed.
problem-no-file-manager = The folder { $path } could not be shown: { $cause }. Open it in your file manager.
