@echo off
rem Opens the window when called without arguments, and is the command line with them.
setlocal
set "home=%~dp0.."
set "use=command"
if "%~1"=="" set "use=window"
"%home%\bin\java.exe" "@%home%\lib\tonari\common.args" "@%home%\lib\tonari\%use%.args" ^
  "-XX:AOTCache=%home%\lib\tonari\tonari.aot" -m org.tonari/org.tonari.app.Main %*
exit /b %errorlevel%
