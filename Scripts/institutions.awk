# Makes a table for `huizhi entries import institution` of a list of institutions as notices and news name them:
#
#   name,region,kind,batch_or_status,date,source_url
#
#   awk -f Scripts/institutions.awk list.csv > institutions.csv
#   huizhi entries --data data import institution institutions.csv --dry-run
#
# name becomes name and body, region stays (a name or a code), kind becomes kind, level and state, batch_or_status becomes batch. The
# date is that of the source; only where batch_or_status says that somebody was recognised then (认定) it becomes designated. The
# address of the source is not taken: it is not the web site of the institution. Fields hold no commas. What has another shape or kind
# is told with its line, and the exit status is 1.
BEGIN {
    FS = ","
    print "name,kind,level,region,body,batch,designated,state"
}
{ sub(/\r$/, "") }
NR == 1 || $0 == "" { next }
NF != 6 {
    printf "line %d has %d fields, not 6: name,region,kind,batch_or_status,date,source_url\n", NR, NF > "/dev/stderr"
    failed = 1
    next
}
{
    level = "national"
    state = "running"
    if ($3 == "TISC") kind = "tisc"
    else if ($3 == "TISC筹建机构") { kind = "tisc"; state = "planned" }
    else if ($3 == "高校国家知识产权信息服务中心") kind = "university"
    else if ($3 ~ /知识产权信息公共服务网点$/) { kind = "provincial"; level = "province" }
    else {
        printf "line %d has the kind %s, which is none of TISC, TISC筹建机构, 高校国家知识产权信息服务中心, …知识产权信息公共服务网点\n", NR, $3 > "/dev/stderr"
        failed = 1
        next
    }
    print $1 "," kind "," level "," $2 "," $1 "," $4 "," ($4 ~ /认定/ ? $5 : "") "," state
}
END { exit failed }
