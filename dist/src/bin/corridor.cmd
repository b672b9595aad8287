@echo off
rem Runs Corridor's command line: with the runtime beside it if there is one, else with the JDK or JRE (17 or
rem later) of JAVA_HOME or PATH. CORRIDOR_JAVA_OPTS holds further options for the JVM.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if exist "%home%\runtime\bin\java.exe" set "java=%home%\runtime\bin\java"
"%java%" --version >nul 2>&1 || (echo corridor: no Java found: install a JDK, 17 or later, or set JAVA_HOME>&2& exit /b 1)
for /f "tokens=2" %%v in ('""%java%" --version"') do (set "version=%%v"& goto found)
:found
for /f "tokens=1 delims=.-+" %%m in ("%version%") do set "major=%%m"
if %major% lss 17 (echo corridor: Java %version% is too old: Corridor needs a JDK, 17 or later>&2& exit /b 1)
rem Classes loaded and linked beforehand, for this JDK; made by a short run, once.
set "archive=%home%\app\classes-%version%.archive"
set "make=-XX:ArchiveClassesAtExit"
set "use=-XX:SharedArchiveFile"
set "quiet=-Xlog:all=error:stderr"
if %major% geq 25 (set "make=-XX:AOTCacheOutput"& set "use=-XX:AOTCache"& set "quiet=-Xlog:all=error,aot=off:stderr")
rem An empty file says that none can be made; where not even that can be written, none is tried.
if not exist "%archive%" (
  (type nul >"%archive%") 2>nul && (
    echo corridor: preparing a quick start on Java %version% ^(once^) ...>&2
    "%java%" -XX:+UseSerialGC "%make%=%archive%" -Xlog:disable -jar "%home%\app\corridor.jar" run iran-iraq-2019 --paths 10000 >nul 2>&1
  )
)
set "share=-Xshare:auto"
if exist "%archive%" for %%a in ("%archive%") do if %%~za gtr 0 set "share=%use%=%archive%"
rem What simulates nothing is over before the JVM's second compiler pays.
set "compilers=-XX:+TieredCompilation"
for %%c in (validate metrics schema scenarios init explain report fit completion) do if "%~1"=="%%c" set "compilers=-XX:TieredStopAtLevel=1"
"%java%" -XX:+UseSerialGC -XX:+VerifySharedSpaces "%share%" %compilers% -Xlog:disable "%quiet%" %CORRIDOR_JAVA_OPTS% -jar "%home%\app\corridor.jar" %*
exit /b %errorlevel%
