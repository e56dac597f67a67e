@echo off
rem Starts Trawl with the Java that came with it, else with that of JAVA_HOME, else with the one on
rem the PATH. TRAWL_JAVA_OPTS adds JVM options, such as -Xmx4g. The options of each command are in
rem jvm\COMMAND.args, which ./release writes.
setlocal
set "TRAWL=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if exist "%TRAWL%\runtime\bin\java.exe" set "JAVA=%TRAWL%\runtime\bin\java"
set "ARGS=%TRAWL%\jvm\other.args"
if not "%~1"=="" if exist "%TRAWL%\jvm\%~1.args" set "ARGS=%TRAWL%\jvm\%~1.args"
chcp 65001 >nul
"%JAVA%" @"%ARGS%" -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %TRAWL_JAVA_OPTS% -jar "%TRAWL%\lib\trawl.jar" %*
exit /b %ERRORLEVEL%
