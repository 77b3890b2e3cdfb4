@echo off
rem Opens the window when called without arguments or with a file, and is the command line with others.
setlocal
set "home=%~dp0.."
set "use=command"
if "%~1"=="" set "use=window"
if "%~x1"==".tonari" set "use=window"
if "%~x1"==".gguf" set "use=window"
for %%w in (%*) do if "%%~w"=="--scenarios" set "use=stream"
"%home%\bin\java.exe" "@%home%\lib\tonari\common.args" "@%home%\lib\tonari\%use%.args" ^
  "-XX:AOTCache=%home%\lib\tonari\tonari.aot" -m org.tonari/org.tonari.app.Main %*
exit /b %errorlevel%
