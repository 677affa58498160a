<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Proofreel</source>
        <translation>关于 Proofreel</translation>
    </message>
    <message>
        <source>Browse, play and check renditions in Alibaba Cloud Intelligent Media Services.</source>
        <translation>浏览、播放和检查阿里云智能媒体服务中的转码流。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>自由软件，依据 GNU 通用公共许可证第 3 版或更高版本发布，不附带任何担保。</translation>
    </message>
</context>
<context>
    <name>AccountFields</name>
    <message>
        <source>Give the account a name.</source>
        <translation>请填写账号名称。</translation>
    </message>
    <message>
        <source>Use at most 64 characters for the name.</source>
        <translation>账号名称最多 64 个字符。</translation>
    </message>
    <message>
        <source>Another account has this name.</source>
        <translation>已有同名账号。</translation>
    </message>
    <message>
        <source>This is too long for an AccessKey.</source>
        <translation>AccessKey 过长。</translation>
    </message>
    <message>
        <source>An AccessKey has no spaces and no special letters.</source>
        <translation>AccessKey 不能包含空格或特殊字符。</translation>
    </message>
    <message>
        <source>This is too long for a security token.</source>
        <translation>安全令牌过长。</translation>
    </message>
    <message>
        <source>A security token has no spaces and no special letters.</source>
        <translation>安全令牌不能包含空格或特殊字符。</translation>
    </message>
    <message>
        <source>A temporary key (STS.…) works only with its security token.</source>
        <translation>临时 AccessKey（STS.…）必须与安全令牌一起使用。</translation>
    </message>
    <message>
        <source>Enter the AccessKey ID.</source>
        <translation>请输入 AccessKey ID。</translation>
    </message>
    <message>
        <source>Enter the AccessKey secret.</source>
        <translation>请输入 AccessKey Secret。</translation>
    </message>
</context>
<context>
    <name>AssetQuery</name>
    <message>
        <source>The service cannot search by source.</source>
        <translation>服务不支持按来源搜索。</translation>
    </message>
    <message>
        <source>Leave out the source, or words, tags and category.</source>
        <translation>请去掉来源，或去掉关键词、标签和分类。</translation>
    </message>
</context>
<context>
    <name>AssetText</name>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>Preparing failed</source>
        <translation>准备失败</translation>
    </message>
    <message>
        <source>Not prepared yet</source>
        <translation>源文件未就绪</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AudioScan</name>
    <message>
        <source>damaged sound</source>
        <translation>音频数据损坏</translation>
    </message>
    <message>
        <source>sound of %1 Hz cannot be measured</source>
        <translation>无法测量 %1 Hz 的声音</translation>
    </message>
</context>
<context>
    <name>BatchPlan</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>A batch keeps its results there. Make room or check the rights, then start it again.</source>
        <translation>批量检查的结果保存在那里。请腾出空间或检查权限，然后重新开始。</translation>
    </message>
    <message>
        <source>Another window is checking many assets of this account.</source>
        <translation>另一个窗口正在批量检查此账号的媒资。</translation>
    </message>
    <message>
        <source>Wait until it has finished, or cancel it there.</source>
        <translation>请等它完成，或在那里取消。</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>无法创建文件夹</translation>
    </message>
</context>
<context>
    <name>CheckLook</name>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Passed with warnings</source>
        <translation>通过，有警告</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation>未能检查</translation>
    </message>
</context>
<context>
    <name>CheckMark</name>
    <message>
        <source>Not measured: needs a deep check</source>
        <translation>未测量：需要深度检查</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>To note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Not asked of it</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation>M月d日 HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
</context>
<context>
    <name>CheckMatrix</name>
    <message>
        <source>Ladder</source>
        <translation>整组</translation>
    </message>
</context>
<context>
    <name>CheckProgress</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>剩余 %n 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>The service repeats the same page; the list is not complete.</source>
        <translation>服务端重复返回同一页；列表不完整。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>The asset has no stream that can be played.</source>
        <translation>此媒资没有可播放的转码流。</translation>
    </message>
    <message>
        <source>The asset has no such stream.</source>
        <translation>此媒资没有该转码流。</translation>
    </message>
    <message>
        <source>See the numbers and keys with: proofreel-cli play-info --media-id %1</source>
        <translation>可用以下命令查看序号和标识：proofreel-cli play-info --media-id %1</translation>
    </message>
    <message>
        <source>Give one of --media-id and --play-url.</source>
        <translation>请指定 --media-id 或 --play-url 其中之一。</translation>
    </message>
    <message>
        <source>Odd: %1</source>
        <translation>异常：%1</translation>
    </message>
    <message>
        <source>“%1” is not of the form name=value.</source>
        <translation>“%1”不是 name=value 格式。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB.</source>
        <translation>%1 超过 64 MiB。</translation>
    </message>
    <message>
        <source>There are no credentials in the environment.</source>
        <translation>环境变量中没有访问密钥。</translation>
    </message>
    <message>
        <source>Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.</source>
        <translation>请设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET。</translation>
    </message>
    <message>
        <source>“%1” is not a date.</source>
        <translation>“%1”不是有效的日期。</translation>
    </message>
    <message>
        <source>Write it like 2026-11-23T08:00:00Z.</source>
        <translation>请按此格式填写：2026-11-23T08:00:00Z。</translation>
    </message>
    <message>
        <source>The service&apos;s categories lead round in circles; the list is not complete.</source>
        <translation>服务端的分类互相循环；列表不完整。</translation>
    </message>
    <message>
        <source>“%1” is not the number of a category.</source>
        <translation>“%1”不是分类编号。</translation>
    </message>
    <message>
        <source>See the numbers with: proofreel-cli categories</source>
        <translation>可用以下命令查看编号：proofreel-cli categories</translation>
    </message>
    <message>
        <source>Try again. If it happens again, give the RequestId to Alibaba Cloud&apos;s support.</source>
        <translation>请重试。若再次出现，请将 RequestId 提供给阿里云支持人员。</translation>
    </message>
    <message>
        <source>The service sends empty pages without end; the list is not complete.</source>
        <translation>服务端不断返回空页；列表不完整。</translation>
    </message>
    <message>
        <source>The output cannot be written: %1</source>
        <translation>无法写入输出：%1</translation>
    </message>
    <message>
        <source>List the tree of categories (GetCategories)</source>
        <translation>列出分类树（GetCategories）</translation>
    </message>
    <message>
        <source>default or material</source>
        <translation>default 或 material（分类类型）</translation>
    </message>
    <message>
        <source>List the media library (ListMediaBasicInfos)</source>
        <translation>列出媒资库（ListMediaBasicInfos）</translation>
    </message>
    <message>
        <source>video, audio, image or text</source>
        <translation>video、audio、image 或 text</translation>
    </message>
    <message>
        <source>Init, Preparing, PrepareFail or Normal</source>
        <translation>Init、Preparing、PrepareFail 或 Normal</translation>
    </message>
    <message>
        <source>Stop after this many</source>
        <translation>最多列出的数量</translation>
    </message>
    <message>
        <source>Play off screen with the engine of the window, and measure</source>
        <translation>使用与窗口相同的播放引擎离屏播放，并给出测量结果</translation>
    </message>
    <message>
        <source>MediaId of the asset</source>
        <translation>媒资的 MediaId</translation>
    </message>
    <message>
        <source>Number (from 1, as play-info lists) or key of the stream</source>
        <translation>转码流的序号（从 1 起，同 play-info 所列）或 key</translation>
    </message>
    <message>
        <source>Play this URL, without the API</source>
        <translation>播放此 URL，不调用 API</translation>
    </message>
    <message>
        <source>Play for so long</source>
        <translation>播放时长（秒）</translation>
    </message>
    <message>
        <source>Start at this second</source>
        <translation>从第几秒开始播放</translation>
    </message>
    <message>
        <source>Open this many times in one process</source>
        <translation>在同一进程中打开的次数</translation>
    </message>
    <message>
        <source>table, json or csv</source>
        <translation>table、json 或 csv</translation>
    </message>
    <message>
        <source>Show an asset&apos;s streams (GetPlayInfo)</source>
        <translation>显示媒资的转码流（GetPlayInfo）</translation>
    </message>
    <message>
        <source>URL it was registered with: oss://, https:// or vod://</source>
        <translation>注册媒资时使用的 URL：oss://、https:// 或 vod://</translation>
    </message>
    <message>
        <source>Validity of the PlayURLs in seconds, at least 3600</source>
        <translation>播放地址的有效期（秒），至少为 3600</translation>
    </message>
    <message>
        <source>The reply, byte for byte</source>
        <translation>逐字节输出原始响应</translation>
    </message>
    <message>
        <source>Serve a local IMS and its media until interrupted</source>
        <translation>在本机提供 IMS 服务及其媒体文件，直到被中断</translation>
    </message>
    <message>
        <source>Port of the API on 127.0.0.1; 0: a free one</source>
        <translation>API 在 127.0.0.1 上的端口；0 表示任选空闲端口</translation>
    </message>
    <message>
        <source>Synthetic assets beyond the demo catalogue</source>
        <translation>演示媒资之外另行生成的媒资数量</translation>
    </message>
    <message>
        <source>Seed of the synthetic assets</source>
        <translation>生成媒资所用的随机种子</translation>
    </message>
    <message>
        <source>Misbehave; repeatable: %1</source>
        <translation>模拟故障，可重复指定：%1</translation>
    </message>
    <message>
        <source>“%1” is not a status.</source>
        <translation>“%1”不是有效的状态。</translation>
    </message>
    <message>
        <source>Search the media library (SearchMedia), newest first</source>
        <translation>搜索媒资库（SearchMedia），最新在前</translation>
    </message>
    <message>
        <source>Match expression of SearchMedia, sent as it is; without mediaType in it the service searches video only</source>
        <translation>SearchMedia 的 Match 表达式，原样发送；其中没有 mediaType 时服务端只搜索视频</translation>
    </message>
    <message>
        <source>Text that the title contains</source>
        <translation>标题中包含的文字</translation>
    </message>
    <message>
        <source>CateId, as &quot;categories&quot; lists</source>
        <translation>CateId，见 categories 命令所列</translation>
    </message>
    <message>
        <source>Has this tag; repeated: has one of them</source>
        <translation>带有此标签；重复指定时带有其中任一标签</translation>
    </message>
    <message>
        <source>video, audio, image or text; default: video and audio</source>
        <translation>video、audio、image 或 text；默认为 video 和 audio</translation>
    </message>
    <message>
        <source>Init, Preparing, PrepareFail, Normal or IMS&apos;s number</source>
        <translation>Init、Preparing、PrepareFail、Normal 或 IMS 的状态编号</translation>
    </message>
    <message>
        <source>Created at this time or later (ISO 8601, default UTC)</source>
        <translation>在此时间或之后创建（ISO 8601，默认 UTC）</translation>
    </message>
    <message>
        <source>Created before this time</source>
        <translation>在此时间之前创建</translation>
    </message>
    <message>
        <source>Sign a request without sending it; credentials from the environment</source>
        <translation>对请求签名但不发送；凭证取自环境变量</translation>
    </message>
    <message>
        <source>Operation, e.g. GetPlayInfo</source>
        <translation>接口名称，如 GetPlayInfo</translation>
    </message>
    <message>
        <source>API version, e.g. 2020-11-09</source>
        <translation>API 版本，如 2020-11-09</translation>
    </message>
    <message>
        <source>Host, with its port if there is one</source>
        <translation>主机名，如有端口则一并填写</translation>
    </message>
    <message>
        <source>Time of the request, ISO 8601</source>
        <translation>请求时间，ISO 8601 格式</translation>
    </message>
    <message>
        <source>SignatureNonce</source>
        <translation>SignatureNonce，签名唯一随机数</translation>
    </message>
    <message>
        <source>HTTP method</source>
        <translation>HTTP 方法</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>k=v, not encoded; repeatable</source>
        <translation>k=v，未编码；可重复指定</translation>
    </message>
    <message>
        <source>k=v, will be signed; repeatable</source>
        <translation>k=v，参与签名；可重复指定</translation>
    </message>
    <message>
        <source>File with the body</source>
        <translation>请求体所在的文件</translation>
    </message>
    <message>
        <source>v3 (ACS3-HMAC-SHA256) or rpc (HMAC-SHA1)</source>
        <translation>v3（ACS3-HMAC-SHA256）或 rpc（HMAC-SHA1）</translation>
    </message>
    <message>
        <source>table, json, jsonl or csv</source>
        <translation>table、json、jsonl 或 csv</translation>
    </message>
    <message>
        <source>Browse, play and check renditions in Alibaba Cloud Intelligent Media Services</source>
        <translation>浏览、播放和检查阿里云智能媒体服务中的转码流</translation>
    </message>
    <message>
        <source>Credentials: --profile, else ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and
ALIBABA_CLOUD_SECURITY_TOKEN, else the default profile. Secrets are never taken from the command line.
Exit codes: 0 done, 1 findings, 2 wrong arguments, 3 credentials or permission, 4 not found,
5 network or service, 6 media cannot be opened or decoded.</source>
        <translation>凭证：优先使用 --profile，其次是 ALIBABA_CLOUD_ACCESS_KEY_ID、ALIBABA_CLOUD_ACCESS_KEY_SECRET 和
ALIBABA_CLOUD_SECURITY_TOKEN，最后是默认账号。密钥绝不从命令行读取。
退出码：0 完成，1 检查出问题，2 参数错误，3 凭证或权限问题，4 未找到，
5 网络或服务问题，6 媒体无法打开或解码。</translation>
    </message>
    <message>
        <source>Account in the keychain</source>
        <translation>钥匙串中的账号</translation>
    </message>
    <message>
        <source>URL of the service (http:// for loopback only)</source>
        <translation>服务的 URL（http:// 仅限本机回环地址）</translation>
    </message>
    <message>
        <source>Region, e.g. cn-shanghai</source>
        <translation>地域，如 cn-shanghai</translation>
    </message>
    <message>
        <source>http://host:port, socks5://host:port, direct or system</source>
        <translation>代理：http://host:port、socks5://host:port、direct 或 system</translation>
    </message>
    <message>
        <source>Say on stderr what happens</source>
        <translation>在标准错误中输出运行过程</translation>
    </message>
    <message>
        <source>demo, or for tests of quality checks: defects, clean</source>
        <translation>demo（演示），或用于测试质检：defects（含缺陷）、clean（无缺陷）</translation>
    </message>
    <message>
        <source>There is no rule “%1”.</source>
        <translation>没有名为“%1”的规则。</translation>
    </message>
    <message>
        <source>“proofreel-cli rules list” names them all.</source>
        <translation>用“proofreel-cli rules list”可列出全部规则。</translation>
    </message>
    <message>
        <source>Is “%1” meant?</source>
        <translation>是否指“%1”？</translation>
    </message>
    <message>
        <source>Severity: %1</source>
        <translation>严重程度：%1</translation>
    </message>
    <message>
        <source>Tolerance: %1</source>
        <translation>容差：%1</translation>
    </message>
    <message>
        <source>Needs decoding: check --deep</source>
        <translation>需要解码：check --deep</translation>
    </message>
    <message>
        <source>Judged by headers alone</source>
        <translation>仅凭文件头即可判断</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>Policy file, or default, strict-vod or broadcast-r128</source>
        <translation>策略文件，或 default、strict-vod、broadcast-r128</translation>
    </message>
    <message>
        <source>What a check looks for</source>
        <translation>检查所依据的规则</translation>
    </message>
    <message>
        <source>All rules, with severity and tolerance under a policy</source>
        <translation>列出全部规则，及其在某一策略下的严重程度和容差</translation>
    </message>
    <message>
        <source>What one rule means</source>
        <translation>解释一条规则</translation>
    </message>
    <message>
        <source>Rule, e.g. ladder.duration</source>
        <translation>规则，例如 ladder.duration</translation>
    </message>
    <message>
        <source>“%1” is not a MediaId.</source>
        <translation>“%1”不是 MediaId。</translation>
    </message>
    <message>
        <source>Name assets by MediaId, one a line; see them with: proofreel-cli list</source>
        <translation>请用 MediaId 指定媒资，每行一个；可用以下命令查看：proofreel-cli list</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is larger than 4 MiB.</source>
        <translation>%1 超过 4 MiB。</translation>
    </message>
    <message>
        <source>Split it: a check takes at most 10,000 assets.</source>
        <translation>请拆分：一次检查最多 10,000 个媒资。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 of %2 assets</source>
        <translation>媒资 %1 / %2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 个未通过</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1 个</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Stopped. The same command goes on where it was.</source>
        <translation>已停止。再次运行同一命令即可从中断处继续。</translation>
    </message>
    <message>
        <source>No asset is named.</source>
        <translation>没有指定媒资。</translation>
    </message>
    <message>
        <source>Give MediaIds, --from FILE or --match EXPRESSION.</source>
        <translation>请指定 MediaId、--from FILE 或 --match EXPRESSION。</translation>
    </message>
    <message>
        <source>Check every rendition of assets against a policy</source>
        <translation>按策略检查媒资的每个转码流</translation>
    </message>
    <message>
        <source>MediaIds</source>
        <translation>媒资的 MediaId</translation>
    </message>
    <message>
        <source>Text or CSV file with MediaIds; - is standard input</source>
        <translation>含 MediaId 的文本或 CSV 文件；- 表示标准输入</translation>
    </message>
    <message>
        <source>All that this expression of SearchMedia finds</source>
        <translation>检查此 SearchMedia 表达式搜到的全部媒资</translation>
    </message>
    <message>
        <source>Decode each rendition: black, frozen and silent parts, loudness, errors</source>
        <translation>解码每个转码流：检查黑场、静帧、静音、响度和解码错误</translation>
    </message>
    <message>
        <source>Policy file, or one of: %1</source>
        <translation>策略文件，或以下之一：%1</translation>
    </message>
    <message>
        <source>Renditions at once; default: %1, with --deep one for each processor</source>
        <translation>同时检查的转码流数；默认为 %1，使用 --deep 时为每个处理器一个</translation>
    </message>
    <message>
        <source>Write a report: .html, .json, .csv or .xml (JUnit); repeatable</source>
        <translation>写入报告：.html、.json、.csv 或 .xml（JUnit）；可重复指定</translation>
    </message>
    <message>
        <source>Keep a journal in this file, and check only what is not in it yet</source>
        <translation>将检查日志写入此文件，只检查其中尚未记录的媒资</translation>
    </message>
    <message>
        <source>Print the JSON schema of the report</source>
        <translation>输出报告的 JSON Schema</translation>
    </message>
    <message>
        <source>Measure one media URL, without the API</source>
        <translation>测量一个媒体 URL，不调用 API</translation>
    </message>
    <message>
        <source>URL of the media or playlist</source>
        <translation>媒体或播放列表的 URL</translation>
    </message>
    <message>
        <source>Decode all of it as well</source>
        <translation>同时解码全部内容</translation>
    </message>
    <message>
        <source>Let playlists and redirects lead into private networks</source>
        <translation>允许播放列表和重定向指向内网地址</translation>
    </message>
    <message>
        <source>With --deep, PSNR and SSIM against: original (OD), source, a URL or a file</source>
        <translation>配合 --deep，计算相对于以下参考片源的 PSNR 和 SSIM：original（OD）、source、URL 或文件</translation>
    </message>
    <message>
        <source>With --deep, PSNR and SSIM against this URL or file</source>
        <translation>配合 --deep，计算相对于此 URL 或文件的 PSNR 和 SSIM</translation>
    </message>
    <message>
        <source>A URL has no original and no source file.</source>
        <translation>URL 没有原画转码流，也没有源文件。</translation>
    </message>
    <message>
        <source>Name the reference&apos;s own URL, or a file.</source>
        <translation>请指定参考片源本身的 URL 或文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s) checked: %1 passed, %2 passed with warnings, %3 failed, %4 could not be checked.</source>
        <translation>
            <numerusform>已检查 %n 个媒资：%1 个通过，%2 个通过但有警告，%3 个未通过，%4 个未能检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON report of an earlier check: the new report says of each asset what has changed</source>
        <translation>先前检查的 JSON 报告：新报告会列出每个媒资的变化</translation>
    </message>
    <message>
        <source>Stopped. With --resume FILE a check keeps a journal, and can go on.</source>
        <translation>已停止。加上 --resume FILE 时检查会保留日志，之后可以接着做。</translation>
    </message>
    <message>
        <source>No asset matches, so nothing was checked.</source>
        <translation>没有匹配的媒资，因此未做任何检查。</translation>
    </message>
    <message>
        <source>Try the expression with: proofreel-cli search --match EXPRESSION</source>
        <translation>可以先用这条命令试一试表达式：proofreel-cli search --match EXPRESSION</translation>
    </message>
    <message>
        <source>Parts of the playlist do not come.</source>
        <translation>播放列表的部分内容没有送到。</translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>The call was stopped.</source>
        <translation>调用已停止。</translation>
    </message>
    <message>
        <source>The clock of this PC is %1 behind the service&apos;s.</source>
        <translation>本机时钟比服务端慢 %1。</translation>
    </message>
    <message>
        <source>The clock of this PC is %1 ahead of the service&apos;s.</source>
        <translation>本机时钟比服务端快 %1。</translation>
    </message>
    <message>
        <source>There is no AccessKey to sign the request with.</source>
        <translation>没有可用于签名的 AccessKey。</translation>
    </message>
    <message>
        <source>Add an account with an AccessKey ID and its secret.</source>
        <translation>请添加一个账号，填写 AccessKey ID 和 AccessKey Secret。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Browse, play and check renditions in Alibaba Cloud Intelligent Media Services</source>
        <translation>浏览、播放和检查阿里云智能媒体服务中的转码流</translation>
    </message>
    <message>
        <source>Credentials: --profile, else ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and
ALIBABA_CLOUD_SECURITY_TOKEN, else the account used last. Secrets are never taken from the command line.</source>
        <translation>凭证：优先使用 --profile，其次是 ALIBABA_CLOUD_ACCESS_KEY_ID、ALIBABA_CLOUD_ACCESS_KEY_SECRET 和
ALIBABA_CLOUD_SECURITY_TOKEN，最后是上次使用的账号。密钥绝不从命令行读取。</translation>
    </message>
    <message>
        <source>Start a local IMS in this process and open a working account on it</source>
        <translation>在本进程内启动 IMS 演示服务，并打开一个可用账号</translation>
    </message>
    <message>
        <source>Use this account</source>
        <translation>使用此账号</translation>
    </message>
    <message>
        <source>Open the asset with this MediaId</source>
        <translation>打开此 MediaId 对应的媒资</translation>
    </message>
    <message>
        <source>Open the asset that was registered with this URL</source>
        <translation>打开以此 URL 注册的媒资</translation>
    </message>
    <message>
        <source>Play this URL</source>
        <translation>播放此 URL</translation>
    </message>
    <message>
        <source>MediaId, InputURL or PlayURL</source>
        <translation>MediaId、InputURL 或播放地址</translation>
    </message>
    <message>
        <source>URL of the service (http:// for loopback only)</source>
        <translation>服务的 URL（http:// 仅限本机回环地址）</translation>
    </message>
    <message>
        <source>Region, e.g. cn-shanghai</source>
        <translation>地域，如 cn-shanghai</translation>
    </message>
    <message>
        <source>http://host:port, socks5://host:port, direct or system</source>
        <translation>代理：http://host:port、socks5://host:port、direct 或 system</translation>
    </message>
    <message>
        <source>Do the main job without a person, leave a screenshot here, and end</source>
        <translation>无人值守地完成主要操作，在此处保存截图后退出</translation>
    </message>
    <message>
        <source>Say on stderr what happens</source>
        <translation>在标准错误中输出运行过程</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>(required)</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>with</source>
        <translation>须同时指定</translation>
    </message>
    <message>
        <source>not with</source>
        <translation>不可同时指定</translation>
    </message>
    <message>
        <source>TEXT</source>
        <comment>kind of a value</comment>
        <translation>文本</translation>
    </message>
    <message>
        <source>INTEGER</source>
        <comment>kind of a value</comment>
        <translation>整数</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <comment>kind of a value</comment>
        <translation>数值</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Give a command.</source>
        <translation>请指定一个命令。</translation>
    </message>
    <message>
        <source>%1 is required.</source>
        <translation>必须指定 %1。</translation>
    </message>
    <message>
        <source>%1 needs %2.</source>
        <translation>使用 %1 时必须同时指定 %2。</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other.</source>
        <translation>%1 与 %2 不能同时使用。</translation>
    </message>
    <message>
        <source>Not expected here: %1</source>
        <translation>此处不接受：%1</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 缺少取值。</translation>
    </message>
    <message>
        <source>%1 does not take the value “%2”.</source>
        <translation>%1 不接受取值“%2”。</translation>
    </message>
    <message>
        <source>%1 does not take the value “%2”, but one of %3.</source>
        <translation>%1 不接受取值“%2”，可选值为 %3。</translation>
    </message>
    <message>
        <source>Run with --help for more.</source>
        <translation>使用 --help 查看更多信息。</translation>
    </message>
    <message>
        <source>Print this help and end</source>
        <translation>显示此帮助并退出</translation>
    </message>
    <message>
        <source>Print the version and end</source>
        <translation>显示版本并退出</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>ContainerProbe</name>
    <message>
        <source>This is no media file that can be read, or it is damaged.</source>
        <translation>这不是可读取的媒体文件，或文件已损坏。</translation>
    </message>
    <message>
        <source>Ask for this rendition to be made again.</source>
        <translation>请重新生成此转码流。</translation>
    </message>
    <message>
        <source>The headers of this file cannot be read in reasonable time: it is damaged.</source>
        <translation>无法在合理时间内读取该文件的头信息：文件已损坏。</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>检查已停止。</translation>
    </message>
    <message>
        <source>The helper program that reads the headers of media does not start.</source>
        <translation>读取媒体头信息的辅助程序无法启动。</translation>
    </message>
    <message>
        <source>Install Proofreel again.</source>
        <translation>请重新安装 Proofreel。</translation>
    </message>
    <message>
        <source>The headers of this file cannot be read: it is damaged.</source>
        <translation>无法读取该文件的头信息：文件已损坏。</translation>
    </message>
</context>
<context>
    <name>Copy</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Endpoint</name>
    <message>
        <source>“%1” is not the name of a region.</source>
        <translation>“%1”不是有效的地域 ID。</translation>
    </message>
    <message>
        <source>Choose a region from the list, such as cn-shanghai, or give the endpoint itself.</source>
        <translation>请从列表中选择地域（如 cn-shanghai），或直接填写接入地址。</translation>
    </message>
    <message>
        <source>Give it as https://ice.cn-shanghai.aliyuncs.com.</source>
        <translation>请按此格式填写：https://ice.cn-shanghai.aliyuncs.com。</translation>
    </message>
    <message>
        <source>The endpoint is empty.</source>
        <translation>接入地址为空。</translation>
    </message>
    <message>
        <source>The endpoint is too long.</source>
        <translation>接入地址过长。</translation>
    </message>
    <message>
        <source>The endpoint is not a valid address.</source>
        <translation>接入地址无效。</translation>
    </message>
    <message>
        <source>“%1” is not a scheme for an endpoint.</source>
        <translation>接入地址不支持“%1”协议。</translation>
    </message>
    <message>
        <source>Write https:// before the host. Plain http is for this very PC only.</source>
        <translation>请在主机名前加上 https://。HTTP 仅可用于本机。</translation>
    </message>
    <message>
        <source>An endpoint holds no user name or password.</source>
        <translation>接入地址不能包含用户名或密码。</translation>
    </message>
    <message>
        <source>An endpoint is a host only, without a path.</source>
        <translation>接入地址只含主机名，不含路径。</translation>
    </message>
    <message>
        <source>An endpoint must be https: over http anybody on the way could read the PlayURLs.</source>
        <translation>接入地址必须使用 HTTPS：使用 HTTP 时，传输途中的任何人都能看到播放地址。</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Kind</source>
        <translation>错误类型</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态码</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>尝试次数</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Audio tracks</source>
        <translation>音轨</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Video codec</source>
        <translation>视频编码格式</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>编码档次</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>编码级别</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>画面宽高比</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Constant frame rate</source>
        <translation>恒定帧率</translation>
    </message>
    <message>
        <source>Video bitrate</source>
        <translation>视频码率</translation>
    </message>
    <message>
        <source>Peak bitrate</source>
        <translation>峰值码率</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>位深</translation>
    </message>
    <message>
        <source>Chroma</source>
        <translation>色度采样</translation>
    </message>
    <message>
        <source>Primaries</source>
        <translation>色域</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>传输特性</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>色彩矩阵</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>色彩范围</translation>
    </message>
    <message>
        <source>HDR</source>
        <translation>HDR</translation>
    </message>
    <message>
        <source>HDR detail</source>
        <translation>HDR 详情</translation>
    </message>
    <message>
        <source>Mastering display</source>
        <translation>母版显示器信息</translation>
    </message>
    <message>
        <source>MaxCLL</source>
        <translation>MaxCLL</translation>
    </message>
    <message>
        <source>MaxFALL</source>
        <translation>MaxFALL</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描方式</translation>
    </message>
    <message>
        <source>Video start</source>
        <translation>视频起始时间</translation>
    </message>
    <message>
        <source>Video duration</source>
        <translation>视频时长</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>Key frames</source>
        <translation>关键帧数</translation>
    </message>
    <message>
        <source>Audio codec</source>
        <translation>音频编码格式</translation>
    </message>
    <message>
        <source>Audio profile</source>
        <translation>音频编码档次</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>声道数</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>采样率</translation>
    </message>
    <message>
        <source>Audio bitrate</source>
        <translation>音频码率</translation>
    </message>
    <message>
        <source>Audio start</source>
        <translation>音频起始时间</translation>
    </message>
    <message>
        <source>Audio duration</source>
        <translation>音频时长</translation>
    </message>
    <message>
        <source>Audio language</source>
        <translation>音频语言</translation>
    </message>
    <message>
        <source>Subtitle codec</source>
        <translation>字幕编码格式</translation>
    </message>
    <message>
        <source>Subtitle language</source>
        <translation>字幕语言</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>封装格式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>总码率</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Index comes first</source>
        <translation>索引前置</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密方式</translation>
    </message>
</context>
<context>
    <name>FilterGraph</name>
    <message>
        <source>FFmpeg&apos;s filters cannot measure this media.</source>
        <translation>FFmpeg 的滤镜无法测量此媒体文件。</translation>
    </message>
    <message>
        <source>Install FFmpeg&apos;s usual build of libavfilter.</source>
        <translation>请安装 FFmpeg 常规构建的 libavfilter。</translation>
    </message>
</context>
<context>
    <name>FrameJpeg</name>
    <message>
        <source>FFmpeg&apos;s libraries cannot make a JPEG of this picture.</source>
        <translation>FFmpeg 库无法将此画面编码为 JPEG。</translation>
    </message>
    <message>
        <source>Install FFmpeg&apos;s usual build of its libraries.</source>
        <translation>请安装 FFmpeg 常规构建的各个库。</translation>
    </message>
</context>
<context>
    <name>FrameReader</name>
    <message>
        <source>There is no picture that can be decoded.</source>
        <translation>没有可以解码的画面。</translation>
    </message>
    <message>
        <source>Ask for this rendition to be made again.</source>
        <translation>请重新生成此转码流。</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>已停止。</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Picture</source>
        <translation>画面尺寸</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>位深</translation>
    </message>
    <message>
        <source>Video codec</source>
        <translation>视频编码格式</translation>
    </message>
    <message>
        <source>Audio codec</source>
        <translation>音频编码格式</translation>
    </message>
    <message>
        <source>Audio channels</source>
        <translation>声道数</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>采样率</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密方式</translation>
    </message>
    <message>
        <source>%1: the file is %2 % larger</source>
        <translation>%1：文件增大 %2%</translation>
    </message>
    <message>
        <source>%1: the file is %2 % smaller</source>
        <translation>%1：文件减小 %2%</translation>
    </message>
    <message>
        <source>%1: the bitrate is %2 % higher</source>
        <translation>%1：码率升高 %2%</translation>
    </message>
    <message>
        <source>%1: the bitrate is %2 % lower</source>
        <translation>%1：码率降低 %2%</translation>
    </message>
    <message>
        <source>%1 lost %2</source>
        <translation>%1 不再是 %2</translation>
    </message>
    <message>
        <source>%1 is %2 now</source>
        <translation>%1 现在是 %2</translation>
    </message>
    <message>
        <source>%1 was %2 and is %3 now</source>
        <translation>%1 由 %2 变为 %3</translation>
    </message>
    <message>
        <source>%1 is %2 s shorter</source>
        <translation>%1 的时长缩短 %2 秒</translation>
    </message>
    <message>
        <source>%1 is %2 s longer</source>
        <translation>%1 的时长增加 %2 秒</translation>
    </message>
    <message>
        <source>%1: %2 was %3 and is %4 now</source>
        <comment>rendition, property, values</comment>
        <translation>%1：%2由 %3 变为 %4</translation>
    </message>
    <message>
        <source>%1 breaks “%2” now</source>
        <translation>%1 新出现问题：不再符合“%2”</translation>
    </message>
    <message>
        <source>%1 no longer breaks “%2”</source>
        <translation>%1 的问题已消除：已符合“%2”</translation>
    </message>
    <message>
        <source>%1 is new</source>
        <translation>新增 %1</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <translation>%1 已不存在</translation>
    </message>
    <message>
        <source>The ladder</source>
        <translation>整组</translation>
    </message>
</context>
<context>
    <name>Hls</name>
    <message numerus="yes">
        <source>The key has %n byte(s) in place of 16.</source>
        <translation>
            <numerusform>密钥为 %n 字节，应为 16 字节。</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the key service.</source>
        <translation>请检查密钥服务。</translation>
    </message>
    <message>
        <source>It is encrypted with %1, which is not opened here.</source>
        <translation>使用 %1 加密，此处无法解密。</translation>
    </message>
    <message>
        <source>The key does not open it, or its end is missing.</source>
        <translation>密钥无法解密，或数据末尾缺失。</translation>
    </message>
    <message>
        <source>The playlist names no segments.</source>
        <translation>播放列表中没有分片。</translation>
    </message>
    <message>
        <source>The playlist leads to a playlist of playlists, again.</source>
        <translation>主播放列表又指向了主播放列表。</translation>
    </message>
    <message>
        <source>The server ignores Range, and hands out another part than the playlist means.</source>
        <translation>服务器忽略 Range，返回的不是播放列表所指的部分。</translation>
    </message>
</context>
<context>
    <name>Http</name>
    <message>
        <source>The transfer was stopped.</source>
        <translation>传输已停止。</translation>
    </message>
    <message>
        <source>The HTTP method is not valid.</source>
        <translation>HTTP 方法无效。</translation>
    </message>
    <message>
        <source>A header holds a line break.</source>
        <translation>请求头包含换行符。</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>请检查地址。</translation>
    </message>
    <message>
        <source>Check the address; a portal or proxy may answer in the server&apos;s place.</source>
        <translation>请检查地址；可能是登录门户或代理代替服务器作出了响应。</translation>
    </message>
    <message>
        <source>%1 redirects again and again.</source>
        <translation>%1 反复重定向。</translation>
    </message>
    <message>
        <source>The reply of %1 is larger than %2 MiB and was given up.</source>
        <translation>%1 的响应超过 %2 MiB，已放弃接收。</translation>
    </message>
    <message>
        <source>Check the address: this is not an answer that was expected here.</source>
        <translation>请检查地址：收到的响应与预期不符。</translation>
    </message>
    <message>
        <source>Only http and https URLs can be opened.</source>
        <translation>只能打开 http 和 https URL。</translation>
    </message>
    <message>
        <source>%1 redirects to a URL that is not followed: %2</source>
        <translation>%1 重定向到了不予跟随的 URL：%2</translation>
    </message>
    <message>
        <source>%1 redirects to an unprotected http URL, which is not followed.</source>
        <translation>%1 重定向到了未加密的 http URL，已停止跟随。</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Another check is writing to it.</source>
        <translation>另一个检查任务正在写入此文件。</translation>
    </message>
    <message>
        <source>its folder cannot be written to</source>
        <translation>其所在文件夹不可写入</translation>
    </message>
    <message>
        <source>It is no journal of a check.</source>
        <translation>此文件不是检查日志。</translation>
    </message>
    <message>
        <source>somebody else has changed it</source>
        <translation>文件已被其他程序修改</translation>
    </message>
    <message>
        <source>The journal %1 cannot be written: %2</source>
        <translation>无法写入检查日志 %1：%2</translation>
    </message>
    <message>
        <source>Nothing that is in it is lost. Make room or check the rights, then resume from it.</source>
        <translation>其中已有的内容没有丢失。请腾出磁盘空间或检查权限，然后从该日志继续。</translation>
    </message>
    <message>
        <source>The check cannot go on in %1.</source>
        <translation>无法在 %1 中继续检查。</translation>
    </message>
    <message>
        <source>Name another file, or ask the same question again.</source>
        <translation>请指定其他文件，或使用与之前相同的检查条件。</translation>
    </message>
    <message>
        <source>It was made with another policy, depth or reference.</source>
        <translation>它是用其他策略、检查深度或参考片源生成的。</translation>
    </message>
</context>
<context>
    <name>Judge</name>
    <message>
        <source>It could not be measured: %1</source>
        <translation>无法测量：%1</translation>
    </message>
    <message>
        <source>It cannot be opened: %1</source>
        <translation>无法打开：%1</translation>
    </message>
    <message>
        <source>Format is %1, but the file is %2.</source>
        <translation>Format 为 %1，而文件实为 %2。</translation>
    </message>
    <message>
        <source>Size is %1, but the file has %2: %3 are missing.</source>
        <translation>Size 为 %1，而文件有 %2：缺少 %3。</translation>
    </message>
    <message>
        <source>Size is %1, but the file has %2: %3 more.</source>
        <translation>Size 为 %1，而文件有 %2：多出 %3。</translation>
    </message>
    <message>
        <source>Duration is %1, but the file lasts %2: %3 less.</source>
        <translation>Duration 为 %1，而文件时长为 %2：短 %3。</translation>
    </message>
    <message>
        <source>Duration is %1, but the file lasts %2: %3 more.</source>
        <translation>Duration 为 %1，而文件时长为 %2：长 %3。</translation>
    </message>
    <message>
        <source>Encrypt is 0, but the file is encrypted (%1).</source>
        <translation>Encrypt 为 0，而文件已加密（%1）。</translation>
    </message>
    <message>
        <source>Encrypt is 1, but the file is not encrypted.</source>
        <translation>Encrypt 为 1，而文件未加密。</translation>
    </message>
    <message>
        <source>EncryptType is %1, but the file is encrypted with %2.</source>
        <translation>EncryptType 为 %1，而文件的加密方式为 %2。</translation>
    </message>
    <message>
        <source>StreamType is video, but the file has no picture.</source>
        <translation>StreamType 为 video，而文件没有画面。</translation>
    </message>
    <message>
        <source>StreamType is audio, but the file has a picture.</source>
        <translation>StreamType 为 audio，而文件含有画面。</translation>
    </message>
    <message>
        <source>StreamType is audio, but the file has no sound.</source>
        <translation>StreamType 为 audio，而文件没有声音。</translation>
    </message>
    <message>
        <source>The index (moov) stands behind the media (mdat): playing waits for the file&apos;s end.</source>
        <translation>索引（moov）位于媒体数据（mdat）之后：播放须等到文件末尾。</translation>
    </message>
    <message>
        <source>The file starts at %1 instead of 0.</source>
        <translation>文件从 %1 开始，而不是从 0 开始。</translation>
    </message>
    <message>
        <source>Encrypt is %1; 0 or 1 is documented.</source>
        <translation>Encrypt 为 %1；文档规定为 0 或 1。</translation>
    </message>
    <message>
        <source>Encrypt is 0, but EncryptType is %1.</source>
        <translation>Encrypt 为 0，而 EncryptType 为 %1。</translation>
    </message>
    <message>
        <source>Encrypt is 1, but EncryptType is missing.</source>
        <translation>Encrypt 为 1，但缺少 EncryptType。</translation>
    </message>
    <message>
        <source>EncryptType is %1, but Encrypt is missing.</source>
        <translation>EncryptType 为 %1，但缺少 Encrypt。</translation>
    </message>
    <message>
        <source>EncryptType is HLSEncryption, but Format is %1.</source>
        <translation>EncryptType 为 HLSEncryption，而 Format 为 %1。</translation>
    </message>
    <message>
        <source>HDRType is %1, but BitDepth is %2.</source>
        <translation>HDRType 为 %1，而 BitDepth 为 %2。</translation>
    </message>
    <message>
        <source>StreamType is video, but Format is mp3, which holds no picture.</source>
        <translation>StreamType 为 video，而 Format 为不含画面的 mp3。</translation>
    </message>
    <message>
        <source>StreamType is audio, but Format is %1; mp3 is documented.</source>
        <translation>StreamType 为 audio，而 Format 为 %1；文档规定为 mp3。</translation>
    </message>
    <message>
        <source>StreamType is video, but TransTemplateType is AudioTranscode.</source>
        <translation>StreamType 为 video，而 TransTemplateType 为 AudioTranscode。</translation>
    </message>
    <message>
        <source>Definition is %1, which usually is %2; this picture is %3.</source>
        <translation>Definition 为 %1，通常是 %2；此画面为 %3。</translation>
    </message>
    <message>
        <source>The link lives %1 more; it should live %2 at least.</source>
        <translation>播放地址的有效期还剩 %1；至少应为 %2。</translation>
    </message>
    <message>
        <source>The link has expired.</source>
        <translation>播放地址已过期。</translation>
    </message>
    <message>
        <source>The service does not say: %1.</source>
        <translation>服务未返回：%1。</translation>
    </message>
    <message>
        <source>%1 is %2, which is not documented.</source>
        <translation>%1 为 %2，文档中没有此值。</translation>
    </message>
    <message>
        <source>Status is Invisible, so players do not offer it.</source>
        <translation>Status 为 Invisible，播放器不会列出此转码流。</translation>
    </message>
    <message>
        <source>It was modified (%1) before it was created (%2).</source>
        <translation>修改时间（%1）早于创建时间（%2）。</translation>
    </message>
    <message>
        <source>FileURL answers without a signature: everybody who knows it can download the file.</source>
        <translation>FileURL 无需签名即可访问：知道地址的人都能下载该文件。</translation>
    </message>
    <message>
        <source>The headers say %1, but decoding ends at %2: %3 less.</source>
        <translation>文件头为 %1，而解码止于 %2：短 %3。</translation>
    </message>
    <message>
        <source>The headers say %1, but decoding ends at %2: %3 more.</source>
        <translation>文件头为 %1，而解码止于 %2：长 %3。</translation>
    </message>
    <message>
        <source>The headers say %1, but the frames are %2.</source>
        <translation>文件头为 %1，而解码帧为 %2。</translation>
    </message>
    <message>
        <source>The headers say %1, but frames come at %2.</source>
        <translation>文件头为 %1，而实际帧率为 %2。</translation>
    </message>
    <message>
        <source>The headers say %1, but the frames have %2.</source>
        <translation>文件头为 %1，而解码帧为 %2。</translation>
    </message>
    <message>
        <source>The headers count %1 frames, but %2 were decoded: %3 are missing.</source>
        <translation>文件头记有 %1 帧，而解码得到 %2 帧：缺少 %3 帧。</translation>
    </message>
    <message>
        <source>The headers name sound, but none was decoded.</source>
        <translation>文件头标有声音，但未解码到声音。</translation>
    </message>
    <message>
        <source>The headers say %1 channels, but %2 were decoded.</source>
        <translation>文件头为 %1 声道，而解码得到 %2 声道。</translation>
    </message>
    <message>
        <source>The headers say %1 Hz, but %2 Hz was decoded.</source>
        <translation>文件头为 %1 Hz，而解码得到 %2 Hz。</translation>
    </message>
    <message>
        <source>The headers name a picture, but no frame was decoded.</source>
        <translation>文件头标有画面，但未解码到任何帧。</translation>
    </message>
    <message>
        <source>The server does not say how long the file is.</source>
        <translation>服务器未说明文件长度。</translation>
    </message>
    <message>
        <source>The server announces %1, but the file has %2.</source>
        <translation>服务器给出的长度为 %1，而文件实为 %2。</translation>
    </message>
    <message>
        <source>The server names no Content-Type for %1.</source>
        <translation>服务器未给出 %1 的 Content-Type。</translation>
    </message>
    <message>
        <source>Content-Type is %1, which does not fit %2.</source>
        <translation>Content-Type 为 %1，与 %2 不符。</translation>
    </message>
    <message>
        <source>There is no Access-Control-Allow-Origin: web players of other origins cannot read it.</source>
        <translation>没有 Access-Control-Allow-Origin：其他来源的网页播放器无法读取。</translation>
    </message>
    <message>
        <source>The link leads on to %1.</source>
        <translation>播放地址重定向到 %1。</translation>
    </message>
    <message>
        <source>The server sends from https on to http.</source>
        <translation>服务器从 https 跳转到 http。</translation>
    </message>
    <message>
        <source>It is handed out over http, without encryption.</source>
        <translation>通过 http 分发，传输未加密。</translation>
    </message>
    <message>
        <source>Cache-Control is %1: each viewer costs a transfer from the origin.</source>
        <translation>Cache-Control 为 %1：每位观众都会产生一次回源。</translation>
    </message>
    <message>
        <source>The server answers %1.</source>
        <translation>服务器返回 %1。</translation>
    </message>
    <message>
        <source>The server ignores Range and sends the whole file: seeking is slow or impossible.</source>
        <translation>服务器忽略 Range 并发送整个文件：拖动缓慢或无法拖动。</translation>
    </message>
    <message>
        <source>%1: CODECS is “%2”, but the segments need %3.</source>
        <translation>%1：CODECS 为“%2”，而分片需要 %3。</translation>
    </message>
    <message>
        <source>%1: BANDWIDTH is %2, but its busiest segment has %3.</source>
        <translation>%1：BANDWIDTH 为 %2，而码率最高的分片为 %3。</translation>
    </message>
    <message>
        <source>%1: BANDWIDTH is %2, more than twice of its busiest segment (%3).</source>
        <translation>%1：BANDWIDTH 为 %2，超过码率最高分片（%3）的两倍。</translation>
    </message>
    <message>
        <source>%1: AVERAGE-BANDWIDTH is %2, but its segments have %3 on average.</source>
        <translation>%1：AVERAGE-BANDWIDTH 为 %2，而分片平均为 %3。</translation>
    </message>
    <message>
        <source>%1: EXT-X-TARGETDURATION is missing.</source>
        <translation>%1：缺少 EXT-X-TARGETDURATION。</translation>
    </message>
    <message>
        <source>%1: EXT-X-TARGETDURATION is %2, but a segment has EXTINF %3.</source>
        <translation>%1：EXT-X-TARGETDURATION 为 %2，而有分片的 EXTINF 为 %3。</translation>
    </message>
    <message>
        <source>The playlist %1 cannot be read: %2</source>
        <translation>播放列表 %1 无法读取：%2</translation>
    </message>
    <message>
        <source>%1: the key cannot be had: %2</source>
        <translation>%1：无法获取密钥：%2</translation>
    </message>
    <message>
        <source>%1: EXT-X-ENDLIST is missing, so players take it for live.</source>
        <translation>%1：缺少 EXT-X-ENDLIST，播放器会当作直播。</translation>
    </message>
    <message>
        <source>%1: RESOLUTION is %2, but the picture is %3.</source>
        <translation>%1：RESOLUTION 为 %2，而画面为 %3。</translation>
    </message>
    <message>
        <source>The playlist points where nothing may be fetched: %1</source>
        <translation>播放列表指向不允许访问的位置：%1</translation>
    </message>
    <message>
        <source>The playlist cannot be read: %1</source>
        <translation>播放列表无法读取：%1</translation>
    </message>
    <message>
        <source>From %1 on there is no key frame for %2; %3 is allowed.</source>
        <translation>从 %1 起有 %2 没有关键帧；允许 %3。</translation>
    </message>
    <message>
        <source>Its key frames do not stand where those of %1 stand: %2 differ, the first at %3.</source>
        <translation>关键帧与 %1 不对齐：有 %2 个不同，第一个在 %3。</translation>
    </message>
    <message>
        <source>%1 has a larger picture than %2: %3 pixels against %4.</source>
        <translation>%1 的画面大于 %2：前者 %3 像素，后者 %4 像素。</translation>
    </message>
    <message>
        <source>%1 is a larger file than %2: %3 against %4.</source>
        <translation>%1 的文件大于 %2：前者 %3，后者 %4。</translation>
    </message>
    <message>
        <source>%1 has a higher bitrate than %2: %3 against %4.</source>
        <translation>%1 的码率高于 %2：前者 %3，后者 %4。</translation>
    </message>
    <message>
        <source>Narrowband HD saves %1 only: %2 against %3 of its normal twin.</source>
        <translation>窄带高清仅节省 %1：码率为 %2，对应的普通转码流为 %3。</translation>
    </message>
    <message>
        <source>Narrowband HD saves nothing: %1 against %2 of its normal twin.</source>
        <translation>窄带高清没有节省：码率为 %1，对应的普通转码流为 %2。</translation>
    </message>
    <message>
        <source>Width × Height is %1, but the picture in the file is %2.</source>
        <translation>Width × Height 为 %1，而文件中的画面为 %2。</translation>
    </message>
    <message>
        <source>Fps is %1, but the file has %2.</source>
        <translation>Fps 为 %1，而文件为 %2。</translation>
    </message>
    <message>
        <source>The frame rate varies.</source>
        <translation>帧率不恒定。</translation>
    </message>
    <message>
        <source>BitDepth is %1, but the file has %2.</source>
        <translation>BitDepth 为 %1，而文件为 %2。</translation>
    </message>
    <message>
        <source>No HDRType is declared, but the file is %1.</source>
        <translation>未标明 HDRType，而文件为 %1。</translation>
    </message>
    <message>
        <source>HDRType is %1, but the file is %2.</source>
        <translation>HDRType 为 %1，而文件为 %2。</translation>
    </message>
    <message>
        <source>mastering display</source>
        <translation>母版显示器信息</translation>
    </message>
    <message>
        <source>content light level</source>
        <translation>内容亮度级别</translation>
    </message>
    <message>
        <source>The file is HDR10, but lacks: %1.</source>
        <translation>文件为 HDR10，但缺少：%1。</translation>
    </message>
    <message>
        <source>The picture is stored turned and carries a flag: rotate by %1°.</source>
        <translation>画面以旋转方式存储，并带有旋转 %1° 的标记。</translation>
    </message>
    <message>
        <source>Pixels are not square: %1 is shown as %2 : 1.</source>
        <translation>像素不是方形：%1 显示为 %2 : 1。</translation>
    </message>
    <message>
        <source>Chroma is %1; most hardware plays 4:2:0 only.</source>
        <translation>色度采样为 %1；多数硬件只能播放 4:2:0。</translation>
    </message>
    <message>
        <source>The codec is %1; the policy allows: %2.</source>
        <translation>编码格式为 %1；策略允许：%2。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 segments cannot be fetched; the first is segment %4 at %5.</source>
        <translation>%1：%3 个分片中有 %2 个无法获取；首个为第 %4 个分片，位于 %5。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 segments cannot be decoded; the first is segment %4 at %5.</source>
        <translation>%1：%3 个分片中有 %2 个无法解码；首个为第 %4 个分片，位于 %5。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 segments do not last as long as their EXTINF says; segment %4 says %5, but lasts %6.</source>
        <translation>%1：%3 个分片中有 %2 个的时长与 EXTINF 不符；第 %4 个分片标为 %5，实为 %6。</translation>
    </message>
    <message>
        <source>%1: times jump before %2 of %3 segments without EXT-X-DISCONTINUITY; first segment %4 at %5.</source>
        <translation>%1：%3 个分片中有 %2 个的开头时间戳跳变，且没有 EXT-X-DISCONTINUITY；首个为第 %4 个分片，位于 %5。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 segments do not start with a key frame; the first is segment %4 at %5.</source>
        <translation>%1：%3 个分片中有 %2 个不以关键帧开始；首个为第 %4 个分片，位于 %5。</translation>
    </message>
    <message>
        <source>It lasts %1: %2 less than the others (%3).</source>
        <translation>时长为 %1：比其他转码流（%3）短 %2。</translation>
    </message>
    <message>
        <source>It lasts %1: %2 more than the others (%3).</source>
        <translation>时长为 %1：比其他转码流（%3）长 %2。</translation>
    </message>
    <message>
        <source>Its picture is %1 : 1; that of the others is %2 : 1.</source>
        <translation>画面宽高比为 %1 : 1；其他转码流为 %2 : 1。</translation>
    </message>
    <message>
        <source>It has %1; the others have %2.</source>
        <translation>它为 %1；其他转码流为 %2。</translation>
    </message>
    <message>
        <source>%1 is %2; that of the others is %3.</source>
        <translation>%1 为 %2；其他转码流为 %3。</translation>
    </message>
    <message>
        <source>%1 more of the same.</source>
        <translation>另有 %1 处相同问题。</translation>
    </message>
    <message>
        <source>%1 samples stand at full scale, the first at %2.</source>
        <translation>有 %1 个采样达到满幅，第一个在 %2。</translation>
    </message>
    <message>
        <source>%1 samples stand at full scale.</source>
        <translation>有 %1 个采样达到满幅。</translation>
    </message>
    <message>
        <source>The programme has %1; the policy asks for %2 ± %3 LU.</source>
        <translation>节目响度为 %1；策略要求 %2 ± %3 LU。</translation>
    </message>
    <message>
        <source>The true peak is %1; %2 is allowed.</source>
        <translation>真峰值为 %1；允许 %2。</translation>
    </message>
    <message>
        <source>Decoding met errors (%1), the first at %2: %3</source>
        <translation>解码出错（%1 处），第一处在 %2：%3</translation>
    </message>
    <message>
        <source>Decoding met errors (%1).</source>
        <translation>解码出错（%1 处）。</translation>
    </message>
    <message>
        <source>It could not be decoded to its end: %1</source>
        <translation>未能解码到结尾：%1</translation>
    </message>
    <message>
        <source>It cannot be decoded: %1</source>
        <translation>无法解码：%1</translation>
    </message>
    <message>
        <source>The headers say %1, but the pictures show %2.</source>
        <translation>文件头为 %1，而画面显示为 %2。</translation>
    </message>
    <message>
        <source>PSNR is %1 dB; at least %2 dB is asked for.</source>
        <translation>PSNR 为 %1 dB；要求至少 %2 dB。</translation>
    </message>
    <message>
        <source>SSIM is %1; at least %2 is asked for.</source>
        <translation>SSIM 为 %1；要求至少 %2。</translation>
    </message>
    <message>
        <source>The picture is black from %1 to %2: %3.</source>
        <translation>画面从 %1 到 %2 为黑场：%3。</translation>
    </message>
    <message>
        <source>The picture stands still from %1 to %2: %3.</source>
        <translation>画面从 %1 到 %2 为静帧：%3。</translation>
    </message>
    <message>
        <source>There is silence from %1 to %2: %3.</source>
        <translation>从 %1 到 %2 为静音：%3。</translation>
    </message>
    <message>
        <source>The sound has %1 channels; the policy asks for %2.</source>
        <translation>声音为 %1 声道；策略要求 %2 声道。</translation>
    </message>
    <message>
        <source>The sound&apos;s codec is %1; that of the others is %2.</source>
        <translation>音频编码格式为 %1；其他转码流为 %2。</translation>
    </message>
    <message>
        <source>The sound&apos;s channels: %1; those of the others: %2.</source>
        <translation>声道数为 %1；其他转码流为 %2。</translation>
    </message>
    <message>
        <source>The sound&apos;s sample rate is %1; that of the others is %2.</source>
        <translation>采样率为 %1；其他转码流为 %2。</translation>
    </message>
    <message>
        <source>It has no sound, though other renditions have.</source>
        <translation>没有声音，而其他转码流有声音。</translation>
    </message>
    <message>
        <source>Its loudness is %1; that of the others is %2.</source>
        <translation>响度为 %1；其他转码流为 %2。</translation>
    </message>
    <message>
        <source>It starts at %1; the others start at %2.</source>
        <translation>从 %1 开始；其他转码流从 %2 开始。</translation>
    </message>
    <message>
        <source>Sound starts %1 after the picture.</source>
        <translation>声音比画面晚 %1 开始。</translation>
    </message>
    <message>
        <source>Sound starts %1 before the picture.</source>
        <translation>声音比画面早 %1 开始。</translation>
    </message>
    <message>
        <source>The asset has no rendition at all.</source>
        <translation>该媒资没有任何转码流。</translation>
    </message>
    <message>
        <source>The asset has no rendition at all; its status is %1.</source>
        <translation>该媒资没有任何转码流；其状态为 %1。</translation>
    </message>
    <message>
        <source>The policy expects %1, which is not there.</source>
        <translation>策略要求有 %1，但没有该转码流。</translation>
    </message>
    <message>
        <source>There is another rendition %1 that nothing tells apart from this one.</source>
        <translation>另有一个 %1 转码流，与此转码流的各项区分字段完全相同。</translation>
    </message>
    <message>
        <source>Bitrate is %1, but the file has %2 (%3).</source>
        <translation>Bitrate 为 %1，而文件为 %2（%3）。</translation>
    </message>
    <message>
        <source>Bitrate is %1, but Size by Duration is %2 (%3).</source>
        <translation>Bitrate 为 %1，而 Size 除以 Duration 得 %2（%3）。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 segments could not be measured; the first is segment %4 at %5.</source>
        <translation>%1：%3 个分片中有 %2 个无法测量；首个为第 %4 个分片，位于 %5。</translation>
    </message>
</context>
<context>
    <name>LocalMedia</name>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>%1 is no file that can be read.</source>
        <translation>%1 不是可读取的文件。</translation>
    </message>
    <message>
        <source>%1 is no media file that can be read, or it is damaged.</source>
        <translation>%1 不是可读取的媒体文件，或文件已损坏。</translation>
    </message>
</context>
<context>
    <name>LocalStore</name>
    <message>
        <source>Qt&apos;s SQLite driver is missing, so nothing is remembered after this run.</source>
        <translation>缺少 Qt 的 SQLite 驱动，本次运行结束后不会保留任何记录。</translation>
    </message>
    <message>
        <source>Install the package libqt6sql6-sqlite and start Proofreel again.</source>
        <translation>请安装软件包 libqt6sql6-sqlite，然后重新启动 Proofreel。</translation>
    </message>
    <message>
        <source>%1 was written by a newer Proofreel. It is left alone, and nothing is remembered after this run.</source>
        <translation>%1 由更新版本的 Proofreel 写入。该文件保持不变，本次运行结束后不会保留任何记录。</translation>
    </message>
    <message>
        <source>Use the newer Proofreel.</source>
        <translation>请使用更新版本的 Proofreel。</translation>
    </message>
    <message>
        <source>The disk is full: %1 cannot be written.</source>
        <translation>磁盘已满：无法写入 %1。</translation>
    </message>
    <message>
        <source>Make room. Until then history, favourites and queue are kept for this run only.</source>
        <translation>请释放磁盘空间。在此之前，历史记录、收藏和审片队列仅在本次运行中保留。</translation>
    </message>
    <message>
        <source>Another program keeps %1 locked.</source>
        <translation>另一个程序锁定了 %1。</translation>
    </message>
    <message>
        <source>End that program. Until then history, favourites and queue are kept for this run only.</source>
        <translation>请结束该程序。在此之前，历史记录、收藏和审片队列仅在本次运行中保留。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Check the rights of its folder. History, favourites and queue are kept for this run only.</source>
        <translation>请检查其所在文件夹的权限。历史记录、收藏和审片队列仅在本次运行中保留。</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 已损坏。</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>无法使用 %1：%2</translation>
    </message>
    <message>
        <source>History, favourites and queue are kept for this run only.</source>
        <translation>历史记录、收藏和审片队列仅在本次运行中保留。</translation>
    </message>
</context>
<context>
    <name>Match</name>
    <message>
        <source>The search cannot look for quotes and backslashes alone.</source>
        <translation>无法只搜索引号和反斜杠。</translation>
    </message>
    <message>
        <source>Add a word that stands beside them.</source>
        <translation>请加上它们旁边的词。</translation>
    </message>
    <message numerus="yes">
        <source>The service searches for at most %1 characters at once; the text is searched for in %n piece(s) that may stand anywhere.</source>
        <translation>
            <numerusform>服务每次最多搜索 %1 个字符；此文本被分成 %n 段搜索，各段可出现在任意位置。</numerusform>
        </translation>
    </message>
    <message>
        <source>The search cannot express the value “%1”.</source>
        <translation>搜索无法表达值“%1”。</translation>
    </message>
    <message>
        <source>Leave out quotes, backslashes and control characters.</source>
        <translation>请去掉引号、反斜杠和控制字符。</translation>
    </message>
    <message>
        <source>Images cannot be searched for together with video or audio.</source>
        <translation>图片不能与视频或音频一起搜索。</translation>
    </message>
    <message>
        <source>Search twice: once for images, once for the others.</source>
        <translation>请分两次搜索：一次搜索图片，一次搜索其他类型。</translation>
    </message>
    <message>
        <source>The time range ends before it begins.</source>
        <translation>时间范围的结束时间早于开始时间。</translation>
    </message>
    <message>
        <source>Exchange the two times.</source>
        <translation>请交换这两个时间。</translation>
    </message>
    <message>
        <source>The search is too long.</source>
        <translation>搜索条件过长。</translation>
    </message>
    <message>
        <source>Use fewer or shorter conditions.</source>
        <translation>请减少或缩短条件。</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>The transfer was stopped.</source>
        <translation>传输已停止。</translation>
    </message>
    <message>
        <source>%1 took too long to hand out the media.</source>
        <translation>%1 提供媒体数据耗时过长。</translation>
    </message>
    <message>
        <source>Try again, or check the line to the playback domain.</source>
        <translation>请重试，或检查到播放域名的网络线路。</translation>
    </message>
    <message>
        <source>It points to a URL that is neither http nor https (%1). It was not opened.</source>
        <translation>它指向既非 http 也非 https 的地址（%1），未打开。</translation>
    </message>
    <message>
        <source>It points to %1, an address inside a private network. It was not opened.</source>
        <translation>它指向 %1，这是内网地址，未打开。</translation>
    </message>
    <message>
        <source>%1 sent another part of the media than was asked for.</source>
        <translation>%1 返回的媒体数据不是所请求的部分。</translation>
    </message>
    <message>
        <source>Check how the playback domain answers range requests (HTTP Range).</source>
        <translation>请检查播放域名对范围请求（HTTP Range）的响应。</translation>
    </message>
    <message>
        <source>%1 does not say how large the media is.</source>
        <translation>%1 未说明媒体文件的大小。</translation>
    </message>
    <message>
        <source>The media on %1 changed while it was read.</source>
        <translation>读取过程中 %1 上的媒体文件发生了变化。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>More than %1 MiB of this media would have to be read; that is over the limit.</source>
        <translation>需要读取的媒体数据超过 %1 MiB，超出上限。</translation>
    </message>
    <message>
        <source>The server of this media cannot send parts of it (HTTP Range), and it is too large to be loaded whole.</source>
        <translation>该媒体文件的服务器不支持范围请求（HTTP Range），而文件过大，无法整体加载。</translation>
    </message>
    <message>
        <source>Switch range requests on for the playback domain.</source>
        <translation>请为播放域名开启范围请求。</translation>
    </message>
</context>
<context>
    <name>MediaInput</name>
    <message>
        <source>The playlist is too long to be read safely.</source>
        <translation>播放列表过长，无法安全读取。</translation>
    </message>
    <message>
        <source>The playlist leads to a playlist of playlists, again.</source>
        <translation>主播放列表又指向了主播放列表。</translation>
    </message>
    <message>
        <source>Check the packaging of this rendition.</source>
        <translation>请检查此转码流的封装。</translation>
    </message>
    <message>
        <source>This stream has more parts than can be looked at safely.</source>
        <translation>此转码流的分片过多，无法安全检查。</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>检查已停止。</translation>
    </message>
    <message>
        <source>This is no media file that can be read, or it is damaged.</source>
        <translation>这不是可读取的媒体文件，或文件已损坏。</translation>
    </message>
    <message>
        <source>Ask for this rendition to be made again.</source>
        <translation>请重新生成此转码流。</translation>
    </message>
    <message>
        <source>An encrypted part of this stream cannot be decrypted with its key.</source>
        <translation>此转码流有加密部分无法用其密钥解密。</translation>
    </message>
    <message>
        <source>The index of this file names more pictures and sound than can be looked at safely.</source>
        <translation>此文件的索引所列的画面和声音过多，无法安全地检查。</translation>
    </message>
    <message>
        <source>The index of this file is compressed (cmov) and may unfold to any size: it is not looked at.</source>
        <translation>此文件的索引经过压缩（cmov），展开后的大小没有上限，因此不予检查。</translation>
    </message>
    <message>
        <source>This file is cut into more fragments than can be looked at safely.</source>
        <translation>此文件的片段过多，无法安全地检查。</translation>
    </message>
</context>
<context>
    <name>MediaScan</name>
    <message>
        <source>Neither picture nor sound of this file can be decoded.</source>
        <translation>此文件的画面和声音均无法解码。</translation>
    </message>
    <message>
        <source>Ask for this rendition to be made again.</source>
        <translation>请重新生成此转码流。</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>检查已停止。</translation>
    </message>
    <message>
        <source>the index names more data than the file holds</source>
        <translation>索引所列的数据多于文件实际所含</translation>
    </message>
</context>
<context>
    <name>MediaState</name>
    <message>
        <source>The source file is not there yet</source>
        <translation>源文件尚未就绪</translation>
    </message>
    <message>
        <source>Status Init: the asset is registered, but its file has not been uploaded. Finish the upload, then reload.</source>
        <translation>状态为 Init：媒资已注册，但源文件尚未上传。请完成上传，然后重新加载。</translation>
    </message>
    <message>
        <source>IMS is still preparing this asset</source>
        <translation>IMS 正在准备此媒资</translation>
    </message>
    <message>
        <source>Status Preparing: the source file is being uploaded or composited. Reload in a minute.</source>
        <translation>状态为 Preparing：源文件正在上传或合成。请稍候一分钟再重新加载。</translation>
    </message>
    <message>
        <source>IMS could not prepare this asset</source>
        <translation>IMS 未能准备此媒资</translation>
    </message>
    <message>
        <source>Status PrepareFail: the source file could not be read or analysed. Check the file, then register or upload it again.</source>
        <translation>状态为 PrepareFail：无法读取或分析源文件。请检查文件，然后重新注册或上传。</translation>
    </message>
    <message>
        <source>This asset has no streams</source>
        <translation>此媒资没有转码流</translation>
    </message>
    <message>
        <source>The service listed nothing to play. Transcode it in IMS, or wait until its jobs have ended, then reload.</source>
        <translation>服务端未返回可播放的内容。请在 IMS 中转码，或等待转码任务结束，然后重新加载。</translation>
    </message>
    <message>
        <source>There is nothing to play</source>
        <translation>没有可播放的内容</translation>
    </message>
    <message>
        <source>Pictures and texts have no streams. Files shows what the service keeps of this one.</source>
        <translation>图片和文本没有流。“文件”页显示服务保存的内容。</translation>
    </message>
</context>
<context>
    <name>NetworkError</name>
    <message>
        <source>Check the address. If a company proxy inspects the traffic, add the company&apos;s certificate authority to the system. Proofreel never skips this check.</source>
        <translation>请检查地址。如果企业代理会检查流量，请将企业 CA 证书添加到系统中。Proofreel 绝不跳过证书校验。</translation>
    </message>
    <message>
        <source>Check the date and time of this PC; if they are right, the server&apos;s certificate must be renewed. Proofreel never skips this check.</source>
        <translation>请检查本机的日期和时间；如果无误，则服务器证书需要更新。Proofreel 绝不跳过证书校验。</translation>
    </message>
    <message>
        <source>Check the address: the certificate was issued for another host. Proofreel never skips this check.</source>
        <translation>请检查地址：证书是颁发给其他主机的。Proofreel 绝不跳过证书校验。</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2</source>
        <comment>%2 is one or more reasons, each a sentence</comment>
        <translation>无法与 %1 建立安全连接：%2</translation>
    </message>
    <message>
        <source>Check the proxy setting, or connect without a proxy.</source>
        <translation>请检查代理设置，或不使用代理直接连接。</translation>
    </message>
    <message>
        <source>Give them in the proxy setting: http://user:password@host:port.</source>
        <translation>请在代理设置中填写：http://user:password@host:port。</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 拒绝了连接。</translation>
    </message>
    <message>
        <source>Check the host and the port. Is the server running, and does a firewall let you through?</source>
        <translation>请检查主机和端口，并确认服务器正在运行且防火墙已放行。</translation>
    </message>
    <message>
        <source>The host name %1 cannot be found (DNS).</source>
        <translation>无法解析主机名 %1（DNS）。</translation>
    </message>
    <message>
        <source>%1 ended the connection in the middle of its reply.</source>
        <translation>%1 在响应中途断开了连接。</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 未作响应就关闭了连接。</translation>
    </message>
    <message>
        <source>The network connection of this PC was lost.</source>
        <translation>本机网络连接已断开。</translation>
    </message>
    <message>
        <source>What %1 sent is not a valid HTTP reply.</source>
        <translation>%1 返回的不是有效的 HTTP 响应。</translation>
    </message>
    <message>
        <source>Check the address: something other than a web server may answer there.</source>
        <translation>请检查地址：作出响应的可能不是 Web 服务器。</translation>
    </message>
    <message>
        <source>The reply of %1 cannot be unpacked.</source>
        <translation>无法解压 %1 的响应。</translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2</source>
        <translation>连接 %1 失败：%2</translation>
    </message>
    <message>
        <source>Check the network and the address, then try again.</source>
        <translation>请检查网络和地址，然后重试。</translation>
    </message>
    <message>
        <source>No connection to %1 within %2 s.</source>
        <translation>%2 秒内未能连接到 %1。</translation>
    </message>
    <message>
        <source>Check the address, the network and the proxy, then try again.</source>
        <translation>请检查地址、网络和代理，然后重试。</translation>
    </message>
    <message>
        <source>%1 took the request, but did not answer within %2 s.</source>
        <translation>%1 已接收请求，但 %2 秒内未响应。</translation>
    </message>
    <message>
        <source>The server may be overloaded. Try again in a moment.</source>
        <translation>服务器可能过载。请稍后重试。</translation>
    </message>
    <message>
        <source>%1 fell silent in the middle of its reply for %2 s.</source>
        <translation>%1 在响应中途停顿了 %2 秒。</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>请检查网络，然后重试。</translation>
    </message>
    <message>
        <source>The proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>The proxy %1:%2</source>
        <translation>代理（%1:%2）</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <comment>%1 is the proxy</comment>
        <translation>%1拒绝了连接。</translation>
    </message>
    <message>
        <source>%1 closed the connection too early.</source>
        <comment>%1 is the proxy</comment>
        <translation>%1过早关闭了连接。</translation>
    </message>
    <message>
        <source>%1 cannot be found, or cannot find the host.</source>
        <comment>%1 is the proxy</comment>
        <translation>找不到%1，或它找不到目标主机。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <comment>%1 is the proxy</comment>
        <translation>%1响应超时。</translation>
    </message>
    <message>
        <source>%1 asks for a user name and a password.</source>
        <comment>%1 is the proxy</comment>
        <translation>%1需要用户名和密码。</translation>
    </message>
    <message>
        <source>%1 could not make the connection: %2</source>
        <comment>%1 is the proxy, %2 a reason</comment>
        <translation>%1无法建立连接：%2</translation>
    </message>
    <message>
        <source>Check the spelling of the address and the region, and that this PC is online.</source>
        <translation>请检查地址和地域的拼写，并确认本机已联网。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, a proxy or firewall may cut the connection.</source>
        <translation>请重试。若再次出现，可能是代理或防火墙切断了连接。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, check the address; a proxy or firewall may cut the connection.</source>
        <translation>请重试。若再次出现，请检查地址；也可能是代理或防火墙切断了连接。</translation>
    </message>
    <message>
        <source>Try again when this PC is online.</source>
        <translation>请在本机联网后重试。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, a proxy may damage the reply.</source>
        <translation>请重试。若再次出现，可能是代理损坏了响应。</translation>
    </message>
</context>
<context>
    <name>OpenList</name>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>Choose a text or CSV file with MediaIds or URLs.</source>
        <translation>请选择包含 MediaId 或 URL 的文本文件或 CSV 文件。</translation>
    </message>
    <message>
        <source>“%1” is larger than 4 MiB.</source>
        <translation>“%1”超过 4 MiB。</translation>
    </message>
    <message>
        <source>“%1” is not a text file.</source>
        <translation>“%1”不是文本文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were not understood, for example “%1”.</source>
        <translation>
            <numerusform>有 %n 行无法识别，例如“%1”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more were left out: a list holds at most 10,000.</source>
        <translation>
            <numerusform>另有 %n 项未加入：一个列表最多容纳 10,000 项。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenTarget</name>
    <message>
        <source>This is not an http or https URL.</source>
        <translation>这不是 http 或 https URL。</translation>
    </message>
    <message>
        <source>Untitled stream</source>
        <translation>无标题的流</translation>
    </message>
    <message>
        <source>There is nothing to open.</source>
        <translation>没有可打开的内容。</translation>
    </message>
    <message>
        <source>“%1” is neither a MediaId nor a URL that can be opened.</source>
        <translation>“%1”既不是 MediaId，也不是可以打开的 URL。</translation>
    </message>
    <message>
        <source>This link names no asset.</source>
        <translation>该链接没有指明媒资。</translation>
    </message>
    <message>
        <source>Paste a MediaId, an InputURL (oss://…, vod://…, https://bucket.oss-…), a PlayURL (https://…) or a link (proofreel://asset/…).</source>
        <translation>请粘贴 MediaId、InputURL（oss://…、vod://…、https://bucket.oss-…）、播放地址（https://…）或 Proofreel 链接（proofreel://asset/…）。</translation>
    </message>
</context>
<context>
    <name>PictureCompare</name>
    <message>
        <source>The reference has no picture to compare with.</source>
        <translation>参考片源没有可供对比的画面。</translation>
    </message>
    <message>
        <source>Choose another reference.</source>
        <translation>请选择其他参考片源。</translation>
    </message>
    <message>
        <source>No picture of the reference can be decoded.</source>
        <translation>参考片源的画面无法解码。</translation>
    </message>
    <message>
        <source>The picture&apos;s size changes, so it was compared up to there only.</source>
        <translation>画面尺寸中途变化，因此仅对比到变化之前。</translation>
    </message>
    <message>
        <source>No picture of the reference stands at the time of one of these.</source>
        <translation>参考片源中没有与此转码流时间对应的画面。</translation>
    </message>
    <message>
        <source>One of the two is HDR: their values stand for different light.</source>
        <translation>其中一方为 HDR：两者的数值代表不同的亮度，无法对比。</translation>
    </message>
</context>
<context>
    <name>PlayUrl</name>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>Valid at least until %1, as auth_key in the PlayURL says. The CDN may add a validity of its own.</source>
        <translation>至少在 %1 前有效，依据播放地址中的 auth_key。CDN 可能另外延长有效期。</translation>
    </message>
    <message>
        <source>Valid until %1: Expires in the PlayURL, exact.</source>
        <translation>在 %1 前有效：依据播放地址中的 Expires，准确。</translation>
    </message>
    <message>
        <source>Valid until %1: x-oss-date and x-oss-expires in the PlayURL, exact.</source>
        <translation>在 %1 前有效：依据播放地址中的 x-oss-date 和 x-oss-expires，准确。</translation>
    </message>
    <message>
        <source>Valid until about %1: time of the request plus AuthTimeout. The PlayURL itself says nothing.</source>
        <translation>约在 %1 前有效：按请求时间加 AuthTimeout 估算，播放地址本身未注明。</translation>
    </message>
    <message>
        <source>Nobody says how long this link is valid.</source>
        <translation>此播放地址的有效期未知。</translation>
    </message>
</context>
<context>
    <name>Playability</name>
    <message>
        <source>%1 is “%2”: not one of the documented values.</source>
        <translation>%1 的值为“%2”，不在文档所列取值之内。</translation>
    </message>
    <message>
        <source>Encrypted with AliyunVoDEncryption: only Alibaba Cloud&apos;s own player can play it. Choose another stream.</source>
        <translation>已使用 AliyunVoDEncryption 加密：只有阿里云播放器可以播放。请选择其他转码流。</translation>
    </message>
    <message>
        <source>Status is Invisible: this stream is hidden from playback. Make it visible in the IMS console, then reload.</source>
        <translation>状态为 Invisible：此转码流已隐藏，不能播放。请在 IMS 控制台将其设为可见，然后重新加载。</translation>
    </message>
    <message>
        <source>The service gave no PlayURL for this stream. Reload, or check its transcoding job.</source>
        <translation>服务端未返回此转码流的播放地址。请重新加载，或检查其转码任务。</translation>
    </message>
    <message>
        <source>Encrypt is 0 but EncryptType is “%1”. Taken as not encrypted.</source>
        <translation>Encrypt 为 0，但 EncryptType 为“%1”。按未加密处理。</translation>
    </message>
    <message>
        <source>Encrypt is 1 but EncryptType is missing.</source>
        <translation>Encrypt 为 1，但缺少 EncryptType。</translation>
    </message>
    <message>
        <source>EncryptType is “%1” but Encrypt is missing. Taken as encrypted.</source>
        <translation>EncryptType 为“%1”，但缺少 Encrypt。按已加密处理。</translation>
    </message>
    <message>
        <source>Encrypt is %1: 0 or 1 is documented.</source>
        <translation>Encrypt 为 %1：文档规定的取值为 0 或 1。</translation>
    </message>
    <message>
        <source>This is a saved copy, because there is no network. Reload to play it.</source>
        <translation>当前没有网络，显示的是已保存的副本。请重新加载后再播放。</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n min ago; no network. Reload to play it.</source>
        <translation>
            <numerusform>保存于 %n 分钟前；没有网络。请重新加载后再播放。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n h ago; no network. Reload to play it.</source>
        <translation>
            <numerusform>保存于 %n 小时前；没有网络。请重新加载后再播放。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n day(s) ago; no network. Reload to play it.</source>
        <translation>
            <numerusform>保存于 %n 天前；没有网络。请重新加载后再播放。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its PlayURL is not a valid http or https URL, so it is not opened. Check the playback domain in the IMS console.</source>
        <translation>播放地址不是有效的 http 或 https URL，因此未打开。请在 IMS 控制台检查播放域名。</translation>
    </message>
</context>
<context>
    <name>Playback</name>
    <message>
        <source>Video cannot be played: parts of GStreamer are missing.</source>
        <translation>无法播放视频：缺少 GStreamer 组件。</translation>
    </message>
    <message>
        <source>Install %1 and start again.</source>
        <comment>Debian package names</comment>
        <translation>请安装 %1，然后重新启动。</translation>
    </message>
    <message>
        <source>Check the packaging of this rendition.</source>
        <translation>请检查此转码流的封装。</translation>
    </message>
    <message>
        <source>The server&apos;s reply is not an HLS playlist.</source>
        <translation>服务器返回的不是 HLS 播放列表。</translation>
    </message>
    <message>
        <source>Choose another rendition, or ask for this one to be made again.</source>
        <translation>请选择其他转码流，或重新生成此转码流。</translation>
    </message>
    <message>
        <source>The playlist is too long to be played safely.</source>
        <translation>播放列表过长，无法安全播放。</translation>
    </message>
    <message>
        <source>The playlist leads to a playlist of playlists, again.</source>
        <translation>主播放列表又指向了主播放列表。</translation>
    </message>
    <message>
        <source>The server answered with an empty file.</source>
        <translation>服务器返回了空文件。</translation>
    </message>
    <message>
        <source>Choose another rendition; this one has to be made again.</source>
        <translation>请选择其他转码流；此转码流需要重新生成。</translation>
    </message>
    <message>
        <source>The server answered with a web page in place of video.</source>
        <translation>服务器返回的是网页，不是视频。</translation>
    </message>
    <message>
        <source>Check the playback domain, and whether a proxy or a login page stands in between.</source>
        <translation>请检查播放域名，并确认中间没有代理或登录页面。</translation>
    </message>
    <message>
        <source>The server answered with an XML document in place of video.</source>
        <translation>服务器返回的是 XML 文档，不是视频。</translation>
    </message>
    <message>
        <source>Choose an mp4 or HLS rendition.</source>
        <translation>请选择 mp4 或 HLS 转码流。</translation>
    </message>
    <message>
        <source>This link has expired.</source>
        <translation>此播放地址已过期。</translation>
    </message>
    <message>
        <source>The server refuses this link (%1).</source>
        <translation>服务器拒绝了此播放地址（%1）。</translation>
    </message>
    <message>
        <source>Get the streams again for a new link.</source>
        <translation>请重新获取转码流，以得到新的播放地址。</translation>
    </message>
    <message>
        <source>Get the streams again. If it happens again, check the referer and IP rules of the playback domain.</source>
        <translation>请重新获取转码流。若再次出现，请检查播放域名的 Referer 和 IP 规则。</translation>
    </message>
    <message>
        <source>There is no such file on the server any more (%1).</source>
        <translation>服务器上已没有此文件（%1）。</translation>
    </message>
    <message>
        <source>A part of this stream is missing on the server (%1).</source>
        <translation>服务器上缺少此转码流的部分分片（%1）。</translation>
    </message>
    <message>
        <source>Get the streams again, or choose another rendition.</source>
        <translation>请重新获取转码流，或选择其他转码流。</translation>
    </message>
    <message>
        <source>The media server failed (%1).</source>
        <translation>媒体服务器出错（%1）。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>The media server gave an answer that no player can use (%1).</source>
        <translation>媒体服务器返回的响应无法用于播放（%1）。</translation>
    </message>
    <message>
        <source>Check the playback domain.</source>
        <translation>请检查播放域名。</translation>
    </message>
    <message>
        <source>Choose another rendition.</source>
        <translation>请选择其他转码流。</translation>
    </message>
    <message>
        <source>The stream ended too early.</source>
        <translation>转码流过早结束。</translation>
    </message>
    <message>
        <source>This computer has no decoder for this stream.</source>
        <translation>本机没有此转码流的解码器。</translation>
    </message>
    <message>
        <source>Install the missing codec, or choose a rendition in another format.</source>
        <translation>请安装缺少的解码器，或选择其他格式的转码流。</translation>
    </message>
    <message>
        <source>The stream does not deliver any picture.</source>
        <translation>此转码流没有送来画面。</translation>
    </message>
    <message>
        <source>Check the connection and try again, or choose a smaller rendition.</source>
        <translation>请检查网络后重试，或选择码率更低的转码流。</translation>
    </message>
    <message>
        <source>The stream broke off, and could not be taken up again.</source>
        <translation>转码流中断，且未能恢复。</translation>
    </message>
    <message>
        <source>Try again, or choose another rendition.</source>
        <translation>请重试，或选择其他转码流。</translation>
    </message>
    <message>
        <source>The stream cannot be decoded; it is damaged or in a format that is not known here.</source>
        <translation>无法解码此转码流：文件已损坏，或格式不受支持。</translation>
    </message>
    <message>
        <source>Only http and https URLs are played.</source>
        <translation>只能播放 http 和 https URL。</translation>
    </message>
    <message>
        <source>The playlist points to a URL that is neither http nor https. It was not opened.</source>
        <translation>播放列表指向既非 http 也非 https 的 URL，未予打开。</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>a policy has at most 1 MiB.</source>
        <translation>策略文件最大为 1 MiB。</translation>
    </message>
    <message>
        <source>more than %1 dots in a line: that is nested too deeply.</source>
        <translation>一行中超过 %1 个点：嵌套过深。</translation>
    </message>
    <message>
        <source>fail_at is “info”, “warning” or “error”.</source>
        <translation>fail_at 为“info”、“warning”或“error”。</translation>
    </message>
    <message>
        <source>an override is written with two brackets: [[override]].</source>
        <translation>override 要写成双方括号：[[override]]。</translation>
    </message>
    <message>
        <source>media_type is one of: %1.</source>
        <translation>media_type 可取：%1。</translation>
    </message>
    <message>
        <source>an override says for which media_type or tag it is.</source>
        <translation>override 须指明所针对的 media_type 或 tag。</translation>
    </message>
    <message>
        <source>“%1” is a table: [%1].</source>
        <translation>“%1”是一个表：[%1]。</translation>
    </message>
    <message>
        <source>there is no rule “%1”.</source>
        <translation>没有名为“%1”的规则。</translation>
    </message>
    <message>
        <source>there is no rule “%1”. Is “%2” meant?</source>
        <translation>没有名为“%1”的规则。是否指“%2”？</translation>
    </message>
    <message>
        <source>“%1” has no tolerance: it holds or it does not.</source>
        <translation>“%1”没有容差：只有符合与不符合。</translation>
    </message>
    <message>
        <source>“%1” is a whole number.</source>
        <translation>“%1”须为整数。</translation>
    </message>
    <message>
        <source>“expected” is a list of steps, like [&quot;HD mp4&quot;, &quot;SD m3u8&quot;].</source>
        <translation>“expected”是档位列表，例如 [&quot;HD mp4&quot;, &quot;SD m3u8&quot;]。</translation>
    </message>
    <message>
        <source>“%1” is none of the service&apos;s values: %2.</source>
        <translation>“%1”不是服务的取值：%2。</translation>
    </message>
    <message>
        <source>“%1” is none of the service&apos;s values. Is “%2” meant?</source>
        <translation>“%1”不是服务的取值。是否指“%2”？</translation>
    </message>
    <message>
        <source>a step names a Definition, a Format or an HDRType.</source>
        <translation>档位须写明 Definition、Format 或 HDRType。</translation>
    </message>
    <message>
        <source>a severity is one of: %1.</source>
        <translation>严重程度可取：%1。</translation>
    </message>
    <message>
        <source>there is no severity “%1”. Is “%2” meant?</source>
        <translation>没有名为“%1”的严重程度。是否指“%2”？</translation>
    </message>
    <message>
        <source>a text in quotes belongs here.</source>
        <translation>此处应为带引号的文本。</translation>
    </message>
    <message>
        <source>the text has 1 to 200 characters.</source>
        <translation>文本须为 1 到 200 个字符。</translation>
    </message>
    <message>
        <source>a list of names belongs here, like [&quot;h264&quot;, &quot;hevc&quot;].</source>
        <translation>此处应为名称列表，例如 [&quot;h264&quot;, &quot;hevc&quot;]。</translation>
    </message>
    <message>
        <source>“%1” is a number.</source>
        <translation>“%1”须为数字。</translation>
    </message>
    <message>
        <source>“%1” is from %2 to %3.</source>
        <translation>“%1”的范围为 %2 到 %3。</translation>
    </message>
    <message>
        <source>nothing here is called “%1”. Known: %2.</source>
        <translation>此处没有名为“%1”的项。可用：%2。</translation>
    </message>
    <message>
        <source>nothing here is called “%1”. Is “%2” meant?</source>
        <translation>此处没有名为“%1”的项。是否指“%2”？</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>PolicyFile</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Nothing is lost: your changes stay here. Save them to another place.</source>
        <translation>修改仍保留在此处，没有丢失。请另存到其他位置。</translation>
    </message>
    <message>
        <source>it is not a file.</source>
        <translation>它不是文件。</translation>
    </message>
</context>
<context>
    <name>ProfileSettings</name>
    <message>
        <source>The settings file %1 cannot be written.</source>
        <translation>无法写入设置文件 %1。</translation>
    </message>
    <message>
        <source>Check its permissions and the free disk space.</source>
        <translation>请检查文件权限和磁盘剩余空间。</translation>
    </message>
</context>
<context>
    <name>Proxy</name>
    <message>
        <source>Give the proxy as http://host:port or socks5://host:port, or “system” or “direct”.</source>
        <translation>请按 http://host:port 或 socks5://host:port 格式填写代理，也可填写“system”或“direct”。</translation>
    </message>
    <message>
        <source>The proxy address cannot be understood.</source>
        <translation>无法识别代理地址。</translation>
    </message>
    <message>
        <source>A proxy address has no path.</source>
        <translation>代理地址不能包含路径。</translation>
    </message>
    <message>
        <source>A proxy of the kind “%1” cannot be used.</source>
        <translation>不支持“%1”类型的代理。</translation>
    </message>
    <message>
        <source>The proxy&apos;s port is not a port number.</source>
        <translation>代理端口不是有效的端口号。</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>Give 3600 seconds or more, or leave it out.</source>
        <translation>请填写不小于 3600 的秒数，或不填。</translation>
    </message>
    <message>
        <source>AuthTimeout “%1” is not a whole number of seconds.</source>
        <translation>AuthTimeout“%1”不是整数秒。</translation>
    </message>
    <message>
        <source>Neither a MediaId nor an InputURL was given.</source>
        <translation>未提供 MediaId 或 InputURL。</translation>
    </message>
    <message>
        <source>Give the asset&apos;s MediaId, or the URL with which it was registered.</source>
        <translation>请提供媒资的 MediaId，或注册媒资时使用的 URL。</translation>
    </message>
    <message>
        <source>Both a MediaId and an InputURL were given; the service takes one.</source>
        <translation>同时提供了 MediaId 和 InputURL；服务端只接受其中之一。</translation>
    </message>
    <message>
        <source>Leave one of them out.</source>
        <translation>请去掉其中一个。</translation>
    </message>
    <message>
        <source>The MediaId or InputURL is far too long.</source>
        <translation>MediaId 或 InputURL 过长。</translation>
    </message>
    <message>
        <source>Check what was pasted.</source>
        <translation>请检查粘贴的内容。</translation>
    </message>
    <message>
        <source>A page of the list holds 1 to 100 assets, not %1.</source>
        <translation>每页可列出 1～100 个媒资，不能为 %1 个。</translation>
    </message>
    <message>
        <source>Ask for 100 or fewer at a time.</source>
        <translation>每次最多请求 100 个。</translation>
    </message>
    <message>
        <source>The time range ends before it begins.</source>
        <translation>时间范围的结束时间早于开始时间。</translation>
    </message>
    <message>
        <source>Exchange the two times.</source>
        <translation>请交换这两个时间。</translation>
    </message>
    <message>
        <source>There is no page %1: pages count from 1.</source>
        <translation>没有第 %1 页：页码从 1 开始。</translation>
    </message>
    <message>
        <source>Ask for page 1 or later.</source>
        <translation>请查询第 1 页或之后的页。</translation>
    </message>
    <message>
        <source>A page of this list holds %1 to %2 entries, not %3.</source>
        <translation>此列表每页 %1 到 %2 条，不能是 %3 条。</translation>
    </message>
    <message>
        <source>Ask for %1 or fewer at a time.</source>
        <translation>请每次最多查询 %1 条。</translation>
    </message>
    <message>
        <source>The search expression is far too long.</source>
        <translation>搜索表达式过长。</translation>
    </message>
    <message>
        <source>Use fewer conditions.</source>
        <translation>请减少条件。</translation>
    </message>
    <message>
        <source>AuthTimeout %1 is too short.</source>
        <translation>AuthTimeout %1 太短。</translation>
    </message>
    <message>
        <source>Give 1 second or more, or leave it out.</source>
        <translation>请填写 1 秒或以上，或者留空。</translation>
    </message>
    <message>
        <source>Details come for 1 to %1 assets at a time, not %2.</source>
        <translation>每次可查询 1 到 %1 个媒资的详情，不能是 %2 个。</translation>
    </message>
    <message>
        <source>“%1” is not a MediaId.</source>
        <translation>“%1”不是 MediaId。</translation>
    </message>
    <message>
        <source>AuthTimeout %1 is too short: a PlayURL is valid for at least 3600 s.</source>
        <translation>AuthTimeout %1 过短：播放地址的有效期至少为 3600 秒。</translation>
    </message>
</context>
<context>
    <name>Reference</name>
    <message>
        <source>“%1” is no reference to compare with.</source>
        <translation>“%1”不能用作参考片源。</translation>
    </message>
    <message>
        <source>Name original, source, a URL or a file of this PC.</source>
        <translation>请指定 original、source、一个 URL 或本机文件。</translation>
    </message>
    <message>
        <source>Original rendition (OD)</source>
        <translation>原画转码流（OD）</translation>
    </message>
    <message>
        <source>Source file</source>
        <translation>源文件</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The original rendition (OD) cannot be read here.</source>
        <translation>此处无法读取原画转码流（OD）。</translation>
    </message>
    <message>
        <source>This asset has no original rendition (OD) to compare with.</source>
        <translation>此媒资没有可供对比的原画转码流（OD）。</translation>
    </message>
    <message>
        <source>The source file could not be asked for: %1</source>
        <translation>无法获取源文件信息：%1</translation>
    </message>
    <message>
        <source>The service hands out no link to the source file.</source>
        <translation>服务未提供源文件的链接。</translation>
    </message>
</context>
<context>
    <name>RegionNames</name>
    <message>
        <source>Shanghai</source>
        <translation>华东2（上海）</translation>
    </message>
    <message>
        <source>Beijing</source>
        <translation>华北2（北京）</translation>
    </message>
    <message>
        <source>Hangzhou</source>
        <translation>华东1（杭州）</translation>
    </message>
    <message>
        <source>Shenzhen</source>
        <translation>华南1（深圳）</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>Silicon Valley</source>
        <translation>美国（硅谷）</translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message>
        <source>%1 instead of text</source>
        <translation>应为文本，实际为%1</translation>
    </message>
    <message>
        <source>is not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>The service sent an empty reply.</source>
        <translation>服务端返回了空响应。</translation>
    </message>
    <message>
        <source>A web page or XML came instead of the service&apos;s reply.</source>
        <translation>收到的是网页或 XML，不是服务端响应。</translation>
    </message>
    <message>
        <source>Check the endpoint. A proxy or a network log-in page may answer in the service&apos;s place.</source>
        <translation>请检查接入地址。可能是代理或网络登录页面代替服务端作出了响应。</translation>
    </message>
    <message>
        <source>The service&apos;s reply is JSON, but not an object.</source>
        <translation>服务端响应是 JSON，但不是对象。</translation>
    </message>
    <message>
        <source>The service&apos;s reply ends too early, after %1 bytes.</source>
        <translation>服务端响应不完整，仅收到 %1 字节。</translation>
    </message>
    <message>
        <source>The service&apos;s reply is not valid JSON (%1, at byte %2).</source>
        <translation>服务端响应不是有效的 JSON（%1，位于第 %2 字节）。</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>布尔值</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>数组</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>cut at %1 characters</source>
        <translation>已截断为 %1 个字符</translation>
    </message>
    <message>
        <source>“%1” is not a number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>%1 instead of a number</source>
        <translation>应为数字，实际为%1</translation>
    </message>
    <message>
        <source>%1 is out of range</source>
        <translation>%1 超出取值范围</translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation>%1 不是整数</translation>
    </message>
    <message>
        <source>“%1” is not a time</source>
        <translation>“%1”不是有效的时间</translation>
    </message>
    <message>
        <source>%1 instead of an object</source>
        <translation>应为对象，实际为%1</translation>
    </message>
    <message>
        <source>%1 instead of a list</source>
        <translation>应为数组，实际为%1</translation>
    </message>
    <message>
        <source>%1 entries; the first %2 are shown</source>
        <translation>共 %1 项，仅显示前 %2 项</translation>
    </message>
    <message>
        <source>Try again. If it happens again, check the endpoint.</source>
        <translation>请重试。若再次出现，请检查接入地址。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, check the endpoint; a proxy may damage the reply.</source>
        <translation>请重试。若再次出现，请检查接入地址；也可能是代理损坏了响应。</translation>
    </message>
    <message>
        <source>The service says that the search failed.</source>
        <translation>服务返回搜索失败。</translation>
    </message>
    <message>
        <source>The service says that the search failed (%1).</source>
        <translation>服务返回搜索失败（%1）。</translation>
    </message>
    <message>
        <source>Check the search&apos;s conditions, then try again.</source>
        <translation>请检查搜索条件，然后重试。</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>assets</source>
        <translation>媒资</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>%1; fails at: %2</source>
        <translation>%1；判为未通过的级别：%2</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>检查深度</translation>
    </message>
    <message>
        <source>every rendition decoded</source>
        <translation>解码全部转码流</translation>
    </message>
    <message>
        <source>headers and delivery</source>
        <translation>仅检查文件头与分发</translation>
    </message>
    <message>
        <source>Renditions</source>
        <translation>转码流</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>%1 errors, %2 warnings, %3 notes</source>
        <translation>错误 %1 个，警告 %2 个，提示 %3 个</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>下载量</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>生成工具</translation>
    </message>
    <message>
        <source>Stopped early: %1 of %2 assets were checked.</source>
        <translation>提前停止：共 %2 个媒资，已检查 %1 个。</translation>
    </message>
    <message>
        <source>%1 of %2 assets</source>
        <translation>%1 / %2 个媒资</translation>
    </message>
    <message>
        <source>Only failures</source>
        <translation>仅显示未通过</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Find text</source>
        <translation>查找文字</translation>
    </message>
    <message>
        <source>Rendition check</source>
        <translation>转码流质检</translation>
    </message>
    <message numerus="yes">
        <source>%n rendition(s)</source>
        <translation>
            <numerusform>%n 个转码流</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) passed</source>
        <translation>
            <numerusform>%n 项检查通过</numerusform>
        </translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>whole ladder</source>
        <translation>整组转码流</translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation>应为 %1，实为 %2</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>应为 %1</translation>
    </message>
    <message>
        <source>found %1</source>
        <translation>实为 %1</translation>
    </message>
    <message>
        <source>“%1” is not the name of a report.</source>
        <translation>“%1”不是有效的报告文件名。</translation>
    </message>
    <message>
        <source>Let it end in .html, .json, .csv or .xml (JUnit).</source>
        <translation>请以 .html、.json、.csv 或 .xml（JUnit）结尾。</translation>
    </message>
    <message>
        <source>The report %1 cannot be written: %2</source>
        <translation>无法写入报告 %1：%2</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to and that has room.</source>
        <translation>请选择有写入权限且空间充足的文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 LUFS</source>
        <translation>%1 LUFS</translation>
    </message>
    <message>
        <source>true peak %1 dBTP</source>
        <translation>真峰值 %1 dBTP</translation>
    </message>
    <message>
        <source>PSNR %1 dB</source>
        <translation>PSNR %1 dB</translation>
    </message>
    <message>
        <source>SSIM %1</source>
        <translation>SSIM %1</translation>
    </message>
    <message>
        <source>compared with: %1</source>
        <translation>参考片源：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n key frame(s)</source>
        <translation>
            <numerusform>%n 个关键帧</numerusform>
        </translation>
    </message>
    <message>
        <source>silence</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>black</source>
        <translation>黑场</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>静帧</translation>
    </message>
    <message>
        <source>Bitrate, kbit/s</source>
        <translation>码率（kbit/s）</translation>
    </message>
    <message>
        <source>Loudness, LUFS</source>
        <translation>响度（LUFS）</translation>
    </message>
    <message>
        <source>Luminance</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>PSNR, dB</source>
        <translation>PSNR（dB）</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考片源</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>它不是文件</translation>
    </message>
    <message>
        <source>%1 is no JSON report of a check.</source>
        <translation>%1 不是检查的 JSON 报告。</translation>
    </message>
    <message>
        <source>Make one with: proofreel-cli check --report FILE.json</source>
        <translation>生成方法：proofreel-cli check --report FILE.json</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>the check of %1</source>
        <comment>a time</comment>
        <translation>%1 的检查</translation>
    </message>
    <message>
        <source>Findings are not compared: the earlier check was judged by another policy.</source>
        <translation>未比较问题：先前的检查使用的是另一个策略。</translation>
    </message>
    <message>
        <source>No change since the earlier check.</source>
        <translation>与先前的检查相比没有变化。</translation>
    </message>
    <message>
        <source>Changed since the earlier check</source>
        <translation>与先前的检查相比的变化</translation>
    </message>
    <message>
        <source>%1 of %2 assets passed.</source>
        <translation>%2 个媒资中有 %1 个通过。</translation>
    </message>
    <message>
        <source>Open all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>全部收起</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language of the report, as HTML names it</comment>
        <translation>zh-CN</translation>
    </message>
    <message>
        <source>The picture at %1</source>
        <translation>%1 处的画面</translation>
    </message>
    <message>
        <source>What fails most</source>
        <translation>最常出现的问题</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>媒资</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Assets to look at first</source>
        <translation>建议先看的媒资</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>rules or assets</comment>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewQueue</name>
    <message>
        <source>The signed part of this address is not kept on disk. Paste the address again.</source>
        <translation>该地址的签名部分不会保存到磁盘。请重新粘贴该地址。</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>Declared values</source>
        <translation>标称值</translation>
    </message>
    <message>
        <source>Declared against file</source>
        <translation>标称与文件对比</translation>
    </message>
    <message>
        <source>File against picture and sound</source>
        <translation>文件头与音画对比</translation>
    </message>
    <message>
        <source>Across the renditions</source>
        <translation>各转码流之间</translation>
    </message>
    <message>
        <source>HLS</source>
        <translation>HLS</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>分发</translation>
    </message>
    <message>
        <source>Picture and sound</source>
        <translation>画面与声音</translation>
    </message>
    <message>
        <source>Against the original</source>
        <translation>与原片对比</translation>
    </message>
    <message>
        <source>Size against Bitrate</source>
        <translation>Size 与 Bitrate</translation>
    </message>
    <message>
        <source>Size by Duration is another bitrate than the one that is declared.</source>
        <translation>由 Size 除以 Duration 算出的码率与标称码率不符。</translation>
    </message>
    <message>
        <source>Encrypt against EncryptType</source>
        <translation>Encrypt 与 EncryptType</translation>
    </message>
    <message>
        <source>Encrypt and EncryptType contradict each other, so a player cannot know how to open it.</source>
        <translation>Encrypt 与 EncryptType 相互矛盾，播放器无从得知如何打开。</translation>
    </message>
    <message>
        <source>HDRType against BitDepth</source>
        <translation>HDRType 与 BitDepth</translation>
    </message>
    <message>
        <source>HDR needs 10 bits or more; with 8 it shows banding, or it is not HDR.</source>
        <translation>HDR 需要 10 bit 或更高；8 bit 会出现色带，或者根本不是 HDR。</translation>
    </message>
    <message>
        <source>StreamType against Format</source>
        <translation>StreamType 与 Format</translation>
    </message>
    <message>
        <source>Format, StreamType and TransTemplateType do not fit together as the API page documents them.</source>
        <translation>Format、StreamType 与 TransTemplateType 的组合与 API 文档不符。</translation>
    </message>
    <message>
        <source>Definition against picture size</source>
        <translation>Definition 与画面尺寸</translation>
    </message>
    <message>
        <source>The picture is not of the size that this Definition usually has.</source>
        <translation>画面尺寸不是该 Definition 通常的尺寸。</translation>
    </message>
    <message>
        <source>Life of the link</source>
        <translation>播放地址有效期</translation>
    </message>
    <message>
        <source>The PlayURL ends too soon to be watched with.</source>
        <translation>播放地址失效过早，来不及看完。</translation>
    </message>
    <message>
        <source>Missing fields</source>
        <translation>缺少字段</translation>
    </message>
    <message>
        <source>Fields that describe the rendition are absent.</source>
        <translation>缺少描述该转码流的字段。</translation>
    </message>
    <message>
        <source>Undocumented values</source>
        <translation>文档外的取值</translation>
    </message>
    <message>
        <source>A field has a value that the API page does not list; clients may not know it.</source>
        <translation>字段取值不在 API 文档所列之中；客户端可能无法识别。</translation>
    </message>
    <message>
        <source>FileURL without signature</source>
        <translation>FileURL 无需签名</translation>
    </message>
    <message>
        <source>The file in OSS can be read by everybody who knows its address.</source>
        <translation>知道地址的人都能读取 OSS 中的文件。</translation>
    </message>
    <message>
        <source>Invisible rendition</source>
        <translation>不可见的转码流</translation>
    </message>
    <message>
        <source>Status is Invisible: the rendition is hidden from playback.</source>
        <translation>Status 为 Invisible：该转码流不提供播放。</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>ModificationTime lies before CreationTime.</source>
        <translation>ModificationTime 早于 CreationTime。</translation>
    </message>
    <message>
        <source>Server answers</source>
        <translation>服务器响应</translation>
    </message>
    <message>
        <source>The server refuses the rendition.</source>
        <translation>服务器拒绝提供该转码流。</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>范围请求</translation>
    </message>
    <message>
        <source>The server ignores Range: seeking needs a whole new download.</source>
        <translation>服务器忽略 Range：拖动需要重新下载。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>The server does not say how long the file is, or says it wrongly.</source>
        <translation>服务器未说明文件长度，或说明有误。</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>内容类型</translation>
    </message>
    <message>
        <source>Content-Type does not fit the format; some players refuse it.</source>
        <translation>Content-Type 与格式不符；部分播放器会拒绝。</translation>
    </message>
    <message>
        <source>CORS</source>
        <translation>CORS</translation>
    </message>
    <message>
        <source>There is no Access-Control-Allow-Origin: web players of other origins cannot read it.</source>
        <translation>没有 Access-Control-Allow-Origin：其他来源的网页播放器无法读取。</translation>
    </message>
    <message>
        <source>No redirect</source>
        <translation>无重定向</translation>
    </message>
    <message>
        <source>The link leads to another host first: each opening costs one more round trip.</source>
        <translation>播放地址先跳转到另一主机：每次打开多一次往返。</translation>
    </message>
    <message>
        <source>HTTPS</source>
        <translation>HTTPS</translation>
    </message>
    <message>
        <source>The rendition is handed out without encryption: pages on https cannot play it.</source>
        <translation>该转码流的传输未加密：https 网页无法播放。</translation>
    </message>
    <message>
        <source>Caching</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Cache-Control forbids caching: each viewer costs a transfer from the origin.</source>
        <translation>Cache-Control 禁止缓存：每位观众都会产生一次回源。</translation>
    </message>
    <message>
        <source>Black picture</source>
        <translation>黑场</translation>
    </message>
    <message>
        <source>The picture is black for longer than the policy allows.</source>
        <translation>黑场时间超过策略允许的长度。</translation>
    </message>
    <message>
        <source>Frozen picture</source>
        <translation>静帧</translation>
    </message>
    <message>
        <source>The picture stands still for longer than the policy allows.</source>
        <translation>静帧时间超过策略允许的长度。</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>There is no sound for longer than the policy allows.</source>
        <translation>静音时间超过策略允许的长度。</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>削波</translation>
    </message>
    <message>
        <source>Samples stand at full scale: the sound is distorted.</source>
        <translation>采样达到满幅：声音失真。</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>响度</translation>
    </message>
    <message>
        <source>The programme is louder or softer than the policy asks for.</source>
        <translation>节目响度高于或低于策略要求。</translation>
    </message>
    <message>
        <source>True peak</source>
        <translation>真峰值</translation>
    </message>
    <message>
        <source>The true peak is above what the policy allows: converters and encoders will clip.</source>
        <translation>真峰值超过策略允许的上限：数模转换和再编码时会削波。</translation>
    </message>
    <message>
        <source>Decodes without errors</source>
        <translation>解码无误</translation>
    </message>
    <message>
        <source>The decoder meets errors: blocks, smears or gaps are seen or heard.</source>
        <translation>解码器遇到错误：会出现马赛克、拖影或中断。</translation>
    </message>
    <message>
        <source>Field order</source>
        <translation>场序</translation>
    </message>
    <message>
        <source>The pictures show other fields than the headers say: combing, or motion that shakes.</source>
        <translation>画面的场序与文件头所述不符：会出现梳状纹或运动抖动。</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>The picture differs from the original by more than allowed; the tolerance is the least PSNR.</source>
        <translation>画面与原片的差异超出允许范围；容差为最低 PSNR。</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>The picture differs from the original by more than allowed; the tolerance is the least SSIM.</source>
        <translation>画面与原片的差异超出允许范围；容差为最低 SSIM。</translation>
    </message>
    <message>
        <source>File can be opened</source>
        <translation>文件可以打开</translation>
    </message>
    <message>
        <source>The file cannot be fetched or its headers cannot be read.</source>
        <translation>文件无法获取，或文件头无法读取。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>The file is of another format than declared.</source>
        <translation>文件格式与标称不符。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The file has another size than declared: it was cut off, or replaced.</source>
        <translation>文件大小与标称不符：文件被截断或被替换。</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>The file lasts longer or shorter than declared.</source>
        <translation>文件时长比标称的长或短。</translation>
    </message>
    <message>
        <source>Width and height</source>
        <translation>宽与高</translation>
    </message>
    <message>
        <source>The picture in the file has another size than declared.</source>
        <translation>文件中的画面尺寸与标称不符。</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>The file has another frame rate than declared.</source>
        <translation>文件帧率与标称不符。</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>码率</translation>
    </message>
    <message>
        <source>The file has another bitrate than declared; an adaptive player would choose wrongly.</source>
        <translation>文件码率与标称不符；自适应播放器会选错转码流。</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>位深</translation>
    </message>
    <message>
        <source>The file has another bit depth than declared.</source>
        <translation>文件位深与标称不符。</translation>
    </message>
    <message>
        <source>HDR kind</source>
        <translation>HDR 类型</translation>
    </message>
    <message>
        <source>The file is of another dynamic range than declared: it looks washed out or too dark.</source>
        <translation>文件的动态范围与标称不符：画面会发灰或过暗。</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>The file is encrypted in another way than declared, or not at all.</source>
        <translation>文件的加密方式与标称不符，或未加密。</translation>
    </message>
    <message>
        <source>Video or audio</source>
        <translation>视频或音频</translation>
    </message>
    <message>
        <source>The file has no picture though video is declared, or a picture though audio is.</source>
        <translation>标称为视频而文件没有画面，或标称为音频而文件含有画面。</translation>
    </message>
    <message>
        <source>Constant frame rate</source>
        <translation>恒定帧率</translation>
    </message>
    <message>
        <source>The frame rate varies: editing, subtitles and switching drift.</source>
        <translation>帧率不恒定：剪辑、字幕和切换会产生偏差。</translation>
    </message>
    <message>
        <source>Fast start</source>
        <translation>快速起播</translation>
    </message>
    <message>
        <source>The index stands behind the media, so playing waits for the end of the file.</source>
        <translation>索引位于媒体数据之后，播放须等到文件末尾。</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>The picture is turned by a flag, which some players ignore.</source>
        <translation>画面靠标记旋转，部分播放器会忽略。</translation>
    </message>
    <message>
        <source>Square pixels</source>
        <translation>方形像素</translation>
    </message>
    <message>
        <source>Pixels are not square: players that ignore it show a distorted picture.</source>
        <translation>像素不是方形：忽略这一点的播放器会显示变形的画面。</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>The file does not start at zero, so positions in it are shifted.</source>
        <translation>文件不从零开始，其中的位置会偏移。</translation>
    </message>
    <message>
        <source>Chroma subsampling</source>
        <translation>色度采样</translation>
    </message>
    <message>
        <source>It is not 4:2:0, which is what hardware decoders play.</source>
        <translation>不是硬件解码器所支持的 4:2:0。</translation>
    </message>
    <message>
        <source>HDR10 metadata</source>
        <translation>HDR10 元数据</translation>
    </message>
    <message>
        <source>HDR10 without mastering display or content light level: screens have to guess.</source>
        <translation>HDR10 缺少母版显示器信息或内容亮度级别：显示设备只能猜测。</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>编码格式</translation>
    </message>
    <message>
        <source>The codec is none of those that the policy allows.</source>
        <translation>编码格式不在策略允许之列。</translation>
    </message>
    <message>
        <source>Duration of the frames</source>
        <translation>解码后的时长</translation>
    </message>
    <message>
        <source>The frames last longer or shorter than the headers say.</source>
        <translation>解码后的时长比文件头所述的长或短。</translation>
    </message>
    <message>
        <source>Size of the frames</source>
        <translation>解码后的画面尺寸</translation>
    </message>
    <message>
        <source>The frames have another size than the headers say.</source>
        <translation>解码后的画面尺寸与文件头所述不符。</translation>
    </message>
    <message>
        <source>Rate of the frames</source>
        <translation>解码后的帧率</translation>
    </message>
    <message>
        <source>The frames come at another rate than the headers say.</source>
        <translation>解码后的帧率与文件头所述不符。</translation>
    </message>
    <message>
        <source>Depth of the frames</source>
        <translation>解码后的位深</translation>
    </message>
    <message>
        <source>The frames have another bit depth than the headers say.</source>
        <translation>解码后的位深与文件头所述不符。</translation>
    </message>
    <message>
        <source>HDR of the frames</source>
        <translation>解码后的 HDR 类型</translation>
    </message>
    <message>
        <source>The frames are of another dynamic range than the headers say.</source>
        <translation>解码后的动态范围与文件头所述不符。</translation>
    </message>
    <message>
        <source>Decoded sound</source>
        <translation>解码后的声音</translation>
    </message>
    <message>
        <source>The sound has other channels or another sample rate than the headers say.</source>
        <translation>解码后的声道数或采样率与文件头所述不符。</translation>
    </message>
    <message>
        <source>Number of frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>There are fewer frames than the headers say.</source>
        <translation>帧数少于文件头所述。</translation>
    </message>
    <message>
        <source>Playlist can be read</source>
        <translation>播放列表可以读取</translation>
    </message>
    <message>
        <source>A playlist cannot be fetched, or is none.</source>
        <translation>播放列表无法获取，或不是播放列表。</translation>
    </message>
    <message>
        <source>Safe addresses</source>
        <translation>地址安全</translation>
    </message>
    <message>
        <source>The playlist points where nothing may be fetched: a file, or a private address of another host.</source>
        <translation>播放列表指向不允许访问的位置：本地文件，或其他主机的私有地址。</translation>
    </message>
    <message>
        <source>All segments there</source>
        <translation>分片齐全</translation>
    </message>
    <message>
        <source>A segment cannot be fetched.</source>
        <translation>有分片无法获取。</translation>
    </message>
    <message>
        <source>All segments decode</source>
        <translation>分片均可解码</translation>
    </message>
    <message>
        <source>A segment can be fetched, but not decoded.</source>
        <translation>有分片可以获取，但无法解码。</translation>
    </message>
    <message>
        <source>EXTINF</source>
        <translation>EXTINF</translation>
    </message>
    <message>
        <source>A segment lasts longer or shorter than its EXTINF: seeking goes astray.</source>
        <translation>分片时长比 EXTINF 长或短：拖动会偏离。</translation>
    </message>
    <message>
        <source>Target duration</source>
        <translation>目标时长</translation>
    </message>
    <message>
        <source>An EXTINF, rounded to whole seconds, is longer than EXT-X-TARGETDURATION, or there is none.</source>
        <translation>有 EXTINF 取整后大于 EXT-X-TARGETDURATION，或没有后者。</translation>
    </message>
    <message>
        <source>Segments start with a key frame</source>
        <translation>分片以关键帧开始</translation>
    </message>
    <message>
        <source>A segment does not start with a key frame: nothing is shown until the next one.</source>
        <translation>分片不以关键帧开始：在下一个关键帧之前没有画面。</translation>
    </message>
    <message>
        <source>Times go on</source>
        <translation>时间戳连续</translation>
    </message>
    <message>
        <source>The time stamps jump between two segments, and no EXT-X-DISCONTINUITY says so.</source>
        <translation>两个分片之间时间戳跳变，而没有 EXT-X-DISCONTINUITY 标明。</translation>
    </message>
    <message>
        <source>BANDWIDTH</source>
        <translation>BANDWIDTH</translation>
    </message>
    <message>
        <source>The variant is not of the bandwidth that the master playlist declares.</source>
        <translation>子流的带宽与主播放列表标明的不符。</translation>
    </message>
    <message>
        <source>RESOLUTION</source>
        <translation>RESOLUTION</translation>
    </message>
    <message>
        <source>The variant has another picture size than the master playlist declares.</source>
        <translation>子流的画面尺寸与主播放列表标明的不符。</translation>
    </message>
    <message>
        <source>CODECS</source>
        <translation>CODECS</translation>
    </message>
    <message>
        <source>The variant has codecs that the master playlist does not declare.</source>
        <translation>子流的编码格式未在主播放列表中标明。</translation>
    </message>
    <message>
        <source>Key can be had</source>
        <translation>密钥可获取</translation>
    </message>
    <message>
        <source>A key cannot be fetched, so nothing can be played.</source>
        <translation>密钥无法获取，因此无法播放。</translation>
    </message>
    <message>
        <source>Playlist ends</source>
        <translation>播放列表有结束标记</translation>
    </message>
    <message>
        <source>EXT-X-ENDLIST is missing: players take it for live and wait for more.</source>
        <translation>缺少 EXT-X-ENDLIST：播放器会当作直播并继续等待。</translation>
    </message>
    <message>
        <source>Same duration</source>
        <translation>时长一致</translation>
    </message>
    <message>
        <source>A rendition is longer or shorter than the others: something was cut off, or added.</source>
        <translation>某个转码流比其他转码流长或短：有内容被截去或添加。</translation>
    </message>
    <message>
        <source>Same aspect ratio</source>
        <translation>宽高比一致</translation>
    </message>
    <message>
        <source>A rendition has another shape than the others: the picture jumps when switching.</source>
        <translation>某个转码流的画面宽高比与其他转码流不同：切换时画面会跳动。</translation>
    </message>
    <message>
        <source>Related frame rates</source>
        <translation>帧率成倍数关系</translation>
    </message>
    <message>
        <source>A frame rate is neither that of the others nor a half or a quarter of it: motion judders.</source>
        <translation>帧率既不与其他转码流相同，也不是其二分之一或四分之一：运动画面会抖动。</translation>
    </message>
    <message>
        <source>Bitrates rise</source>
        <translation>码率递增</translation>
    </message>
    <message>
        <source>A lower definition has a higher bitrate than one above it.</source>
        <translation>较低清晰度的码率高于较高清晰度。</translation>
    </message>
    <message>
        <source>Sizes rise</source>
        <translation>大小递增</translation>
    </message>
    <message>
        <source>A lower definition has a larger file or picture than one above it.</source>
        <translation>较低清晰度的文件或画面大于较高清晰度。</translation>
    </message>
    <message>
        <source>All steps there</source>
        <translation>档位齐全</translation>
    </message>
    <message>
        <source>A rendition that the policy expects is not there.</source>
        <translation>缺少策略要求的转码流。</translation>
    </message>
    <message>
        <source>No step twice</source>
        <translation>档位不重复</translation>
    </message>
    <message>
        <source>Two renditions share all that tells them apart.</source>
        <translation>两个转码流的各项区分字段完全相同。</translation>
    </message>
    <message>
        <source>Key frame interval</source>
        <translation>关键帧间隔</translation>
    </message>
    <message>
        <source>Key frames are too far apart: seeking and switching wait for the next one.</source>
        <translation>关键帧间隔过大：拖动和切换要等待下一个关键帧。</translation>
    </message>
    <message>
        <source>Key frames aligned</source>
        <translation>关键帧对齐</translation>
    </message>
    <message>
        <source>Key frames do not stand where those of the others stand: switching shows a jump or a repeat.</source>
        <translation>关键帧与其他转码流不对齐：切换时会跳帧或重复。</translation>
    </message>
    <message>
        <source>Same sound parameters</source>
        <translation>音频参数一致</translation>
    </message>
    <message>
        <source>The sound has another codec, number of channels or sample rate than that of the others, or than the policy asks for.</source>
        <translation>音频的编码格式、声道数或采样率与其他转码流或策略要求不同。</translation>
    </message>
    <message>
        <source>Sound in all or in none</source>
        <translation>均有声音或均无声音</translation>
    </message>
    <message>
        <source>A rendition has no sound though others have.</source>
        <translation>某个转码流没有声音，而其他转码流有。</translation>
    </message>
    <message>
        <source>Same loudness</source>
        <translation>响度一致</translation>
    </message>
    <message>
        <source>A rendition is louder or softer than the others.</source>
        <translation>某个转码流的响度高于或低于其他转码流。</translation>
    </message>
    <message>
        <source>Same start</source>
        <translation>起点一致</translation>
    </message>
    <message>
        <source>A rendition starts at another time than the others.</source>
        <translation>某个转码流的起始时间与其他转码流不同。</translation>
    </message>
    <message>
        <source>Sound and picture start together</source>
        <translation>音画同时开始</translation>
    </message>
    <message>
        <source>Sound starts before or after the picture.</source>
        <translation>声音早于或晚于画面开始。</translation>
    </message>
    <message>
        <source>Same colours</source>
        <translation>色彩一致</translation>
    </message>
    <message>
        <source>A rendition is tagged with other colours than the others of its dynamic range.</source>
        <translation>某个转码流的色彩标记与相同动态范围的其他转码流不同。</translation>
    </message>
    <message>
        <source>Narrowband HD saves</source>
        <translation>窄带高清确有节省</translation>
    </message>
    <message>
        <source>A Narrowband HD rendition is hardly smaller than its normal twin.</source>
        <translation>窄带高清转码流与对应的普通转码流相比，几乎没有变小。</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>The %1 media are missing: expected in share/proofreel/%1 beside bin/, or where %2 says.</source>
        <translation>找不到 %1 媒体：应位于 bin/ 旁的 share/proofreel/%1，或 %2 所指的位置。</translation>
    </message>
</context>
<context>
    <name>SaveReport</name>
    <message>
        <source>Save a report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>HTML, for people (*.html)</source>
        <translation>HTML，供阅读 (*.html)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>CSV, a line for each finding (*.csv)</source>
        <translation>CSV，每个问题一行 (*.csv)</translation>
    </message>
    <message>
        <source>JUnit, for pipelines (*.xml)</source>
        <translation>JUnit，供流水线使用 (*.xml)</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>The screenshot was not saved: %1</source>
        <translation>截图未保存：%1</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>there is no picture</source>
        <translation>没有画面</translation>
    </message>
</context>
<context>
    <name>SearchText</name>
    <message>
        <source>“%1:%2” is not known.</source>
        <translation>无法识别“%1:%2”。</translation>
    </message>
    <message>
        <source>Write %1: and one of %2.</source>
        <translation>请写 %1: 加上以下之一：%2。</translation>
    </message>
    <message>
        <source>There is no category “%1” among those that were loaded.</source>
        <translation>已加载的分类中没有“%1”。</translation>
    </message>
    <message>
        <source>Choose one from the category tree, or write cat: and its number.</source>
        <translation>请从分类树中选择，或写 cat: 加分类 ID。</translation>
    </message>
    <message>
        <source>“%1:%2” is not a day.</source>
        <translation>“%1:%2”不是日期。</translation>
    </message>
    <message>
        <source>Write a day like 2026-11-24, today, yesterday, or 7d for the last seven days.</source>
        <translation>请写日期，例如 2026-11-24、today（今天）、yesterday（昨天），或 7d（最近七天）。</translation>
    </message>
    <message>
        <source>The time range ends before it begins.</source>
        <translation>时间范围的结束早于开始。</translation>
    </message>
    <message>
        <source>Exchange after: and before:.</source>
        <translation>请交换 after: 与 before:。</translation>
    </message>
</context>
<context>
    <name>SegmentMedia</name>
    <message>
        <source>Ask for this rendition to be made again.</source>
        <translation>请重新生成此转码流。</translation>
    </message>
    <message>
        <source>The segment ends in the middle, or is damaged.</source>
        <translation>分片不完整，或已损坏。</translation>
    </message>
    <message>
        <source>Packets of the segment are damaged or missing.</source>
        <translation>分片中有数据包损坏或丢失。</translation>
    </message>
    <message>
        <source>Nothing in the segment can be decoded.</source>
        <translation>分片中没有可以解码的内容。</translation>
    </message>
    <message>
        <source>The segment holds no media that can be read.</source>
        <translation>分片中没有可读取的媒体数据。</translation>
    </message>
    <message>
        <source>The segment holds neither pictures nor sound.</source>
        <translation>分片中既没有画面也没有声音。</translation>
    </message>
</context>
<context>
    <name>Service</name>
    <message>
        <source>The temporary AccessKey %1 was used without its security token.</source>
        <translation>使用临时 AccessKey %1 时未提供安全令牌。</translation>
    </message>
    <message>
        <source>Enter the security token that was issued with it.</source>
        <translation>请输入随它一同颁发的安全令牌。</translation>
    </message>
    <message>
        <source>The security token has expired.</source>
        <translation>安全令牌已过期。</translation>
    </message>
    <message>
        <source>Get new temporary credentials (AccessKey pair and token) and enter them.</source>
        <translation>请重新获取临时访问凭证（AccessKey 和安全令牌）并填写。</translation>
    </message>
    <message>
        <source>The AccessKey %1 needs a security token, and none was sent.</source>
        <translation>AccessKey %1 需要安全令牌，但请求中没有。</translation>
    </message>
    <message>
        <source>The security token does not belong to the AccessKey %1, or is damaged.</source>
        <translation>安全令牌与 AccessKey %1 不匹配，或已损坏。</translation>
    </message>
    <message>
        <source>The AccessKey %1 is switched off.</source>
        <translation>AccessKey %1 已禁用。</translation>
    </message>
    <message>
        <source>Activate it in the RAM console, or use another AccessKey.</source>
        <translation>请在 RAM 控制台启用，或使用其他 AccessKey。</translation>
    </message>
    <message>
        <source>The service does not know the AccessKey %1.</source>
        <translation>服务端找不到 AccessKey %1。</translation>
    </message>
    <message>
        <source>The request that arrived is not the one that was signed.</source>
        <translation>服务端收到的请求与签名的请求不一致。</translation>
    </message>
    <message>
        <source>Something on the way changes requests: try without the proxy, and check the endpoint. The secret may be right.</source>
        <translation>请求在传输途中被修改：请不使用代理重试，并检查接入地址。AccessKey Secret 可能无误。</translation>
    </message>
    <message>
        <source>The AccessKey secret does not fit the AccessKey %1.</source>
        <translation>AccessKey Secret 与 AccessKey %1 不匹配。</translation>
    </message>
    <message>
        <source>Enter the secret again: it must be whole, with no blanks around it.</source>
        <translation>请重新输入 AccessKey Secret：须完整，且前后没有空格。</translation>
    </message>
    <message>
        <source>The service does not accept the signature (%1).</source>
        <translation>服务端不接受此签名（%1）。</translation>
    </message>
    <message>
        <source>The account is suspended because a payment is overdue.</source>
        <translation>账号已欠费停服。</translation>
    </message>
    <message>
        <source>Settle the bill in the Alibaba Cloud console, then try again.</source>
        <translation>请在阿里云控制台结清账单，然后重试。</translation>
    </message>
    <message>
        <source>Intelligent Media Services is not activated for this account.</source>
        <translation>此账号尚未开通智能媒体服务。</translation>
    </message>
    <message>
        <source>Activate it in the IMS console, in the region of this endpoint.</source>
        <translation>请在 IMS 控制台，于此接入地址所属的地域开通。</translation>
    </message>
    <message>
        <source>The AccessKey %1 may not do this: RAM denies %2.</source>
        <translation>AccessKey %1 无权执行此操作：RAM 拒绝了 %2。</translation>
    </message>
    <message>
        <source>Ask the account&apos;s owner to allow %1 in a RAM policy.</source>
        <translation>请联系账号管理员，在 RAM 权限策略中允许 %1。</translation>
    </message>
    <message>
        <source>The endpoint does not know this operation.</source>
        <translation>此接入地址不支持该接口。</translation>
    </message>
    <message>
        <source>Check that the endpoint belongs to IMS: ice.&lt;region&gt;.aliyuncs.com.</source>
        <translation>请确认接入地址属于 IMS：ice.&lt;地域 ID&gt;.aliyuncs.com。</translation>
    </message>
    <message>
        <source>The service does not accept the request (%1).</source>
        <translation>服务端不接受此请求（%1）。</translation>
    </message>
    <message>
        <source>Check the MediaId or InputURL and the other values.</source>
        <translation>请检查 MediaId 或 InputURL 以及其他参数。</translation>
    </message>
    <message>
        <source>The service is not available at the moment.</source>
        <translation>服务暂不可用。</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>请几分钟后重试。</translation>
    </message>
    <message>
        <source>The service failed inside (%1).</source>
        <translation>服务端内部错误（%1）。</translation>
    </message>
    <message>
        <source>The service refused the request (%1).</source>
        <translation>服务端拒绝了请求（%1）。</translation>
    </message>
    <message>
        <source>If the service&apos;s words do not help, give the RequestId to Alibaba Cloud&apos;s support.</source>
        <translation>如果服务端的说明不能解决问题，请将请求 ID 提供给阿里云技术支持。</translation>
    </message>
    <message>
        <source>The service is getting too many requests from this account.</source>
        <translation>此账号的请求过多，已被服务端限流。</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>请稍候重试。</translation>
    </message>
    <message>
        <source>The service has no such asset.</source>
        <translation>服务端没有此媒资。</translation>
    </message>
    <message>
        <source>Check the MediaId or InputURL, and that the asset belongs to this account and region.</source>
        <translation>请检查 MediaId 或 InputURL，并确认媒资属于此账号和地域。</translation>
    </message>
    <message>
        <source>The service finds that the time of the request is wrong.</source>
        <translation>服务端判定请求时间有误。</translation>
    </message>
    <message>
        <source>Set the date and the time of this PC, best automatically, then try again.</source>
        <translation>请校准本机的日期和时间（建议自动同步），然后重试。</translation>
    </message>
    <message>
        <source>Check the endpoint. A network log-in page may stand in the way: open any web page first.</source>
        <translation>请检查接入地址。可能被网络登录页面拦截：请先打开任意网页完成登录。</translation>
    </message>
    <message>
        <source>The proxy asks for a user name and a password.</source>
        <translation>代理需要用户名和密码。</translation>
    </message>
    <message>
        <source>Give them in the proxy setting: http://user:password@host:port.</source>
        <translation>请在代理设置中填写：http://user:password@host:port。</translation>
    </message>
    <message>
        <source>%1 takes no more requests for now (HTTP 429).</source>
        <translation>%1 已限流，暂不接受请求（HTTP 429）。</translation>
    </message>
    <message>
        <source>%1 failed (HTTP %2).</source>
        <translation>%1 出错（HTTP %2）。</translation>
    </message>
    <message>
        <source>%1 answered with HTTP %2, but not in the way of the service.</source>
        <translation>%1 返回了 HTTP %2，但格式与服务端响应不符。</translation>
    </message>
    <message>
        <source>Check the endpoint. Something other than IMS, such as a proxy, may answer there.</source>
        <translation>请检查接入地址。作出响应的可能不是 IMS，而是代理等其他服务。</translation>
    </message>
    <message>
        <source>The service says: %1</source>
        <translation>服务端说明：%1</translation>
    </message>
    <message>
        <source>Enter AccessKey ID, secret and token once more, all three from one issue.</source>
        <translation>请重新输入 AccessKey ID、AccessKey Secret 和安全令牌，三者须为同一次签发。</translation>
    </message>
    <message>
        <source>Check the AccessKey ID for a slip, and that it has not been deleted. A temporary one needs its token.</source>
        <translation>请检查 AccessKey ID 是否有误，并确认它未被删除。临时 AccessKey 需要配套的安全令牌。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, a proxy may change the requests.</source>
        <translation>请重试。若再次出现，可能是代理修改了请求。</translation>
    </message>
    <message>
        <source>Try again in a moment. If it happens again, give the RequestId to Alibaba Cloud&apos;s support.</source>
        <translation>请稍后重试。若再次出现，请将 RequestId 提供给阿里云技术支持。</translation>
    </message>
    <message>
        <source>Try again in a moment. If it happens again, a gateway or proxy on the way is out of order.</source>
        <translation>请稍后重试。若再次出现，可能是途中的网关或代理发生故障。</translation>
    </message>
    <message>
        <source>Check the search&apos;s conditions and the order of its results.</source>
        <translation>请检查搜索条件和结果的排序方式。</translation>
    </message>
    <message>
        <source>Check the category&apos;s number and type.</source>
        <translation>请检查分类的编号和类型。</translation>
    </message>
    <message>
        <source>The service has no such category.</source>
        <translation>服务端没有此分类。</translation>
    </message>
    <message>
        <source>Load the categories again: it may have been deleted.</source>
        <translation>请重新加载分类：它可能已被删除。</translation>
    </message>
    <message>
        <source>%1 redirects to another URL instead of answering.</source>
        <translation>%1 未作响应，而是重定向到其他 URL。</translation>
    </message>
</context>
<context>
    <name>SignalEvent</name>
    <message>
        <source>luminance %1</source>
        <translation>亮度 %1</translation>
    </message>
    <message>
        <source>black</source>
        <translation>黑场</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>静帧</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>削波</translation>
    </message>
    <message>
        <source>decode error</source>
        <translation>解码错误</translation>
    </message>
</context>
<context>
    <name>Signer</name>
    <message>
        <source>OpenSSL on this PC does not offer HMAC-SHA256.</source>
        <translation>本机的 OpenSSL 不支持 HMAC-SHA256。</translation>
    </message>
    <message>
        <source>Check the OpenSSL configuration of this PC.</source>
        <translation>请检查本机的 OpenSSL 配置。</translation>
    </message>
    <message>
        <source>Enter the value again, on one line.</source>
        <translation>请重新输入该值，不要换行。</translation>
    </message>
    <message>
        <source>OpenSSL on this PC does not offer HMAC-SHA1.</source>
        <translation>本机的 OpenSSL 不支持 HMAC-SHA1。</translation>
    </message>
    <message>
        <source>Use the V3 signature, or check the OpenSSL configuration of this PC.</source>
        <translation>请使用 V3 签名，或检查本机的 OpenSSL 配置。</translation>
    </message>
    <message>
        <source>A header or the AccessKey ID holds a line break or no name at all.</source>
        <translation>某个请求头或 AccessKey ID 含有换行符，或没有名称。</translation>
    </message>
</context>
<context>
    <name>SilentHosts</name>
    <message>
        <source>%1 was not asked again: it has answered nothing in this check.</source>
        <translation>未再次请求 %1：它在本次检查中未作任何响应。</translation>
    </message>
</context>
<context>
    <name>StreamDecoder</name>
    <message>
        <source>There is no decoder for “%1” on this computer.</source>
        <translation>本机没有“%1”的解码器。</translation>
    </message>
    <message>
        <source>Install a build of FFmpeg&apos;s libraries that has it.</source>
        <translation>请安装包含该解码器的 FFmpeg 库。</translation>
    </message>
    <message>
        <source>The decoder for “%1” refuses this file: its headers are damaged.</source>
        <translation>“%1”解码器拒绝此文件：文件头已损坏。</translation>
    </message>
    <message>
        <source>Ask for this rendition to be made again.</source>
        <translation>请重新生成此转码流。</translation>
    </message>
    <message>
        <source>Pictures of %1 × %2 pixels are larger than any that is decoded here.</source>
        <translation>%1 × %2 像素的画面超出了此处可解码的最大尺寸。</translation>
    </message>
</context>
<context>
    <name>StreamExport</name>
    <message>
        <source>… cut: the reply has %1 bytes</source>
        <translation>……已截断：响应共 %1 字节</translation>
    </message>
</context>
<context>
    <name>StreamFields</name>
    <message>
        <source>Definition</source>
        <translation>清晰度</translation>
    </message>
    <message>
        <source>Quality level, ordered FD LD SD HD 2K 4K OD; sound SQ HQ</source>
        <translation>清晰度，依次为 FD LD SD HD 2K 4K OD；音频为 SQ HQ</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Container: mp4, m3u8 or mp3</source>
        <translation>封装格式：mp4、m3u8 或 mp3</translation>
    </message>
    <message>
        <source>HDR</source>
        <translation>HDR</translation>
    </message>
    <message>
        <source>High dynamic range; none named means SDR</source>
        <translation>高动态范围；未注明表示 SDR</translation>
    </message>
    <message>
        <source>Size, MB</source>
        <translation>大小 MB</translation>
    </message>
    <message>
        <source>File size, in bytes from the service, in MB (1,000,000 bytes) here</source>
        <translation>文件大小；服务端以字节返回，此处以 MB（1,000,000 字节）显示</translation>
    </message>
    <message>
        <source>kbit/s</source>
        <translation>码率 kbit/s</translation>
    </message>
    <message>
        <source>Bitrate in kbit/s</source>
        <translation>码率，单位 kbit/s</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽，单位像素</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高，单位像素</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>帧率，单位 fps（帧/秒）</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Duration; in seconds from the service</source>
        <translation>时长；服务端以秒返回</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>位深</translation>
    </message>
    <message>
        <source>Colour depth in bits</source>
        <translation>颜色位深，单位 bit</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>video or audio</source>
        <translation>video（视频）或 audio（音频）</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>0: not encrypted, 1: encrypted</source>
        <translation>0：未加密，1：已加密</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密类型</translation>
    </message>
    <message>
        <source>HLSEncryption (plays here) or AliyunVoDEncryption (only Alibaba&apos;s player)</source>
        <translation>HLSEncryption（可在此播放）或 AliyunVoDEncryption（仅阿里云播放器可播放）</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Normal or Invisible</source>
        <translation>Normal（正常）或 Invisible（不可见）</translation>
    </message>
    <message>
        <source>Narrowband</source>
        <translation>窄带高清</translation>
    </message>
    <message>
        <source>Narrowband HD: 0 none, 1.0 or 2.0</source>
        <translation>窄带高清：0 表示普通转码，1.0 或 2.0 为版本</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板类型</translation>
    </message>
    <message>
        <source>Kind of the transcoding template</source>
        <translation>转码模板类型</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>水印</translation>
    </message>
    <message>
        <source>Id of the watermark</source>
        <translation>水印 ID</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Id of the transcoding job</source>
        <translation>转码任务 ID</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags of the transcoding, JSON</source>
        <translation>转码流标签，JSON 格式</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Time of creation, in this PC&apos;s time zone</source>
        <translation>创建时间，按本机时区</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>更新时间</translation>
    </message>
    <message>
        <source>Time of the last change, in this PC&apos;s time zone</source>
        <translation>最近更新时间，按本机时区</translation>
    </message>
    <message>
        <source>PlayURL</source>
        <translation>播放地址</translation>
    </message>
    <message>
        <source>FileURL</source>
        <translation>文件地址</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 bit</translation>
    </message>
    <message>
        <source>The service did not send this field.</source>
        <translation>服务端未返回此字段。</translation>
    </message>
    <message>
        <source>The service sent it empty.</source>
        <translation>服务端返回了空值。</translation>
    </message>
    <message>
        <source>Not a value that can be used. Received: %1</source>
        <translation>值无法使用。收到：%1</translation>
    </message>
    <message>
        <source>The link to play; its signature is hidden</source>
        <translation>播放地址；签名已隐藏</translation>
    </message>
    <message>
        <source>URL of the file in OSS</source>
        <translation>文件在 OSS 中的 URL</translation>
    </message>
    <message>
        <source>Link life</source>
        <translation>播放地址有效期</translation>
    </message>
    <message>
        <source>How long the link can still be used</source>
        <translation>播放地址的剩余有效时间</translation>
    </message>
    <message>
        <source>QA</source>
        <translation>质检</translation>
    </message>
    <message>
        <source>What the check of this rendition found</source>
        <translation>此转码流的检查结果</translation>
    </message>
</context>
<context>
    <name>TimeLimit</name>
    <message numerus="yes">
        <source>The deep check was not done after %n minute(s) and was stopped.</source>
        <translation>
            <numerusform>深度检查在 %n 分钟后仍未完成，已停止。</numerusform>
        </translation>
    </message>
    <message>
        <source>The deep check was not done after %1 seconds and was stopped.</source>
        <translation>深度检查在 %1 秒后仍未完成，已停止。</translation>
    </message>
    <message>
        <source>See how fast the server sends it, or raise the limit in the policy ([deep]).</source>
        <translation>请检查服务器的发送速度，或在策略的 [deep] 中提高时限。</translation>
    </message>
</context>
<context>
    <name>VideoScan</name>
    <message>
        <source>damaged picture</source>
        <translation>画面数据损坏</translation>
    </message>
    <message>
        <source>the picture changes to %1 x %2 pixels</source>
        <translation>画面尺寸变为 %1 × %2 像素</translation>
    </message>
</context>
<context>
    <name>proofreel::AccountButton</name>
    <message>
        <source>No account</source>
        <translation>没有账号</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Choose or add an account.</source>
        <translation>请选择或添加账号。</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>未连接。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>已连接。</translation>
    </message>
    <message>
        <source>Not connected: %1</source>
        <translation>未连接：%1</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>账号：%1</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>添加账号…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>A service on this PC, at %1. It holds samples; nothing leaves this PC.</source>
        <translation>本机上的服务，地址为 %1。其中只有示例，任何内容都不会离开本机。</translation>
    </message>
</context>
<context>
    <name>proofreel::AccountDialog</name>
    <message>
        <source>Add account</source>
        <translation>添加账号</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Edit account “%1”</source>
        <translation>编辑账号“%1”</translation>
    </message>
    <message>
        <source>The secret is kept in %1, never in a file of Proofreel&apos;s.</source>
        <translation>AccessKey Secret 保存在%1中，绝不写入 Proofreel 的文件。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>proofreel::AccountForm</name>
    <message>
        <source>Show the secret</source>
        <translation>显示 AccessKey Secret</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>显示安全令牌</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>AccessKey &amp;ID</source>
        <translation>AccessKey &amp;ID</translation>
    </message>
    <message>
        <source>AccessKey &amp;secret</source>
        <translation>AccessKey &amp;Secret</translation>
    </message>
    <message>
        <source>Security &amp;token</source>
        <translation>安全令牌(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>地域(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Endpoint</source>
        <translation>接入地址(&amp;E)</translation>
    </message>
    <message>
        <source>For example: prod</source>
        <translation>例如：prod</translation>
    </message>
    <message>
        <source>You can paste a line of AccessKey.csv or the answer of AssumeRole here.</source>
        <translation>可在此粘贴 AccessKey.csv 中的一行，或 AssumeRole 的返回结果。</translation>
    </message>
    <message>
        <source>Only for temporary (STS) keys</source>
        <translation>仅临时（STS）访问凭证需要</translation>
    </message>
    <message>
        <source>Only where the region&apos;s own address cannot be used.</source>
        <translation>仅在无法使用地域默认接入地址时填写。</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>不更改</translation>
    </message>
    <message>
        <source>Not stored: enter it again</source>
        <translation>未保存，请重新输入</translation>
    </message>
    <message>
        <source>Not used: the endpoint below is.</source>
        <translation>未使用：以下方的接入地址为准。</translation>
    </message>
</context>
<context>
    <name>proofreel::AccountTestView</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Asks the service for one asset and its play info. Nothing is changed there.</source>
        <translation>向服务端请求一个媒资及其播放信息，不做任何更改。</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在请求 %1…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is off by %1 s. Proofreel allows for that.</source>
        <translation>本机时钟偏差 %1 秒。Proofreel 会自动校正。</translation>
    </message>
    <message>
        <source>RequestId: %1</source>
        <translation>请求 ID：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s) in the library</source>
        <translation>
            <numerusform>媒资库中有 %n 个媒资</numerusform>
        </translation>
    </message>
    <message>
        <source>The library can be listed</source>
        <translation>可以列出媒资库</translation>
    </message>
    <message>
        <source>It works. %1, answered in %2 ms.</source>
        <translation>连接正常。%1，响应耗时 %2 ms。</translation>
    </message>
    <message>
        <source>The key is good, but it may neither list the library nor get play info.</source>
        <translation>AccessKey 有效，但无权列出媒资库，也无权获取播放信息。</translation>
    </message>
    <message>
        <source>The library can be listed, but GetPlayInfo failed: nothing will play.</source>
        <translation>可以列出媒资库，但 GetPlayInfo 失败：无法播放任何内容。</translation>
    </message>
    <message>
        <source>GetPlayInfo works, but the library cannot be listed. You can still open assets by MediaId or InputURL.</source>
        <translation>GetPlayInfo 可用，但无法列出媒资库。仍可通过 MediaId 或 InputURL 打开媒资。</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>RequestId %1</source>
        <translation>请求 ID %1</translation>
    </message>
    <message>
        <source>Test &amp;connection</source>
        <translation>测试连接(&amp;T)</translation>
    </message>
</context>
<context>
    <name>proofreel::Accounts</name>
    <message>
        <source>This account is not there any more.</source>
        <translation>此账号已不存在。</translation>
    </message>
    <message>
        <source>Choose another account.</source>
        <translation>请选择其他账号。</translation>
    </message>
    <message>
        <source>This account lasts only for this run and cannot be changed.</source>
        <translation>此账号仅在本次运行中有效，不能修改。</translation>
    </message>
    <message>
        <source>No secret is stored for the account “%1”.</source>
        <translation>账号“%1”没有已保存的 AccessKey Secret。</translation>
    </message>
    <message>
        <source>Edit the account and enter its AccessKey again.</source>
        <translation>请编辑账号并重新输入 AccessKey。</translation>
    </message>
</context>
<context>
    <name>proofreel::AssetActions</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Copy MediaId</source>
        <translation>复制 MediaId</translation>
    </message>
    <message>
        <source>Copy title</source>
        <translation>复制标题</translation>
    </message>
    <message>
        <source>Copy InputURL</source>
        <translation>复制 InputURL</translation>
    </message>
    <message>
        <source>Take a frame as the cover</source>
        <translation>截取一帧作为封面</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>加入收藏</translation>
    </message>
    <message>
        <source>Taking a frame…</source>
        <translation>正在截取画面…</translation>
    </message>
</context>
<context>
    <name>proofreel::AssetHeader</name>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>No asset open</source>
        <translation>未打开媒资</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>未能打开</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message numerus="yes">
        <source>+%n tag(s)</source>
        <translation>
            <numerusform>+%n 个标签</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::AssetListModel</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>MediaId</source>
        <translation>MediaId</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Size, MB</source>
        <translation>大小（MB）</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>InputURL</source>
        <translation>InputURL</translation>
    </message>
</context>
<context>
    <name>proofreel::AssetMarks</name>
    <message>
        <source>Copy link to this moment</source>
        <translation>复制指向此刻的链接</translation>
    </message>
    <message>
        <source>Resume where it was left</source>
        <translation>从上次离开处继续</translation>
    </message>
    <message>
        <source>Remove from the favourites</source>
        <translation>移出收藏</translation>
    </message>
    <message>
        <source>Add to the favourites</source>
        <translation>加入收藏</translation>
    </message>
    <message>
        <source>You left this at %1.</source>
        <translation>上次看到 %1。</translation>
    </message>
    <message>
        <source>Resume at %1 (R)</source>
        <translation>从 %1 继续 (R)</translation>
    </message>
</context>
<context>
    <name>proofreel::AssetSession</name>
    <message>
        <source>This stream is no longer among the asset&apos;s streams.</source>
        <translation>此转码流已不在该媒资的转码流中。</translation>
    </message>
    <message>
        <source>Choose another stream.</source>
        <translation>请选择其他转码流。</translation>
    </message>
    <message>
        <source>No asset is open.</source>
        <translation>没有打开的媒资。</translation>
    </message>
    <message>
        <source>Another asset was opened.</source>
        <translation>已打开其他媒资。</translation>
    </message>
</context>
<context>
    <name>proofreel::AssetTable</name>
    <message>
        <source>Library</source>
        <translation>媒资库</translation>
    </message>
    <message>
        <source>Right-click to choose columns. A click on “Created” turns the order round; by other columns the service does not sort.</source>
        <translation>右键单击可选择列。单击“创建时间”可颠倒顺序；服务不支持按其他列排序。</translation>
    </message>
</context>
<context>
    <name>proofreel::AssetView</name>
    <message>
        <source>Library</source>
        <translation>媒资库</translation>
    </message>
</context>
<context>
    <name>proofreel::AudioView</name>
    <message>
        <source>Sound only</source>
        <translation>仅有声音</translation>
    </message>
</context>
<context>
    <name>proofreel::BatchBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop here; what was checked stays, and it can go on later</source>
        <translation>在此停止；已检查的结果保留，以后可以继续</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>批量检查的进度</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>正在读取日志…</translation>
    </message>
    <message numerus="yes">
        <source>%n assets, not finished</source>
        <translation>
            <numerusform>%n 个媒资，尚未完成</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 assets</source>
        <translation>%1 / %2 个媒资</translation>
    </message>
    <message>
        <source>pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <extracomment>assets</extracomment>
        <translation>每秒 %1 个</translation>
    </message>
</context>
<context>
    <name>proofreel::BatchChips</name>
    <message>
        <source>Only these: %1</source>
        <translation>只看：%1</translation>
    </message>
    <message>
        <source>Filter by title, id or finding</source>
        <translation>按标题、ID 或问题筛选</translation>
    </message>
</context>
<context>
    <name>proofreel::BatchLink</name>
    <message numerus="yes">
        <source>Looking for assets: %n found so far…</source>
        <translation>
            <numerusform>正在查找媒资：已找到 %n 个…</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Another batch is not finished. What it has found so far is deleted when a new one starts.</source>
        <translation>另一个批量检查尚未完成。开始新的检查会删除它已有的结果。</translation>
    </message>
    <message>
        <source>Start the new one</source>
        <translation>开始新的检查</translation>
    </message>
    <message>
        <source>Looking for assets…</source>
        <translation>正在查找媒资…</translation>
    </message>
    <message>
        <source>There is no video or audio among them: nothing to check.</source>
        <translation>其中没有视频或音频，无需检查。</translation>
    </message>
    <message numerus="yes">
        <source>Check %n assets? It can be paused, and goes on after the window was closed.</source>
        <translation>
            <numerusform>检查 %n 个媒资？可以暂停，关闭窗口后也能继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more; a batch takes %1 at most.</source>
        <translation>还有更多；一次批量检查最多 %1 个。</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>检查全部</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Check deeply</source>
        <translation>深度检查</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量检查</translation>
    </message>
    <message numerus="yes">
        <source>A batch of %n assets was not finished. What was checked is kept.</source>
        <translation>
            <numerusform>一个含 %n 个媒资的批量检查尚未完成，已检查的结果都在。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Batch %1 %</source>
        <translation>批量检查 %1 %</translation>
    </message>
    <message>
        <source>Writing the report: %1 of %2 assets</source>
        <translation>正在写报告：%1 / %2 个媒资</translation>
    </message>
    <message>
        <source>The report was saved: %1</source>
        <translation>报告已保存：%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>This batch is not finished. What it has found so far is deleted.</source>
        <translation>此批量检查尚未完成，已有的结果会被删除。</translation>
    </message>
    <message>
        <source>Discard the batch</source>
        <translation>丢弃此批量检查</translation>
    </message>
</context>
<context>
    <name>proofreel::BatchModel</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Renditions</source>
        <translation>转码流</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Worst finding</source>
        <translation>最严重的问题</translation>
    </message>
    <message>
        <source>Measured in</source>
        <translation>测量耗时</translation>
    </message>
</context>
<context>
    <name>proofreel::BatchPanel</name>
    <message>
        <source>Save a report of all…</source>
        <translation>保存全部报告…</translation>
    </message>
    <message>
        <source>Check the failed ones again</source>
        <translation>重新检查失败的</translation>
    </message>
    <message>
        <source>Discard the batch</source>
        <translation>丢弃此批量检查</translation>
    </message>
    <message>
        <source>No asset of the batch matches the filter</source>
        <translation>没有媒资符合筛选条件</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>正在读取日志…</translation>
    </message>
    <message>
        <source>The batch cannot go on</source>
        <translation>批量检查无法继续</translation>
    </message>
    <message>
        <source>No account is connected</source>
        <translation>未连接账号</translation>
    </message>
    <message>
        <source>A batch checks assets of one account.</source>
        <translation>批量检查针对一个账号的媒资。</translation>
    </message>
    <message>
        <source>Check many assets at once</source>
        <translation>一次检查多个媒资</translation>
    </message>
    <message>
        <source>Select several in the library, the queue, the history or the favourites, and press V; Shift+V decodes them. Or check all that the library lists.</source>
        <translation>在媒资库、队列、历史或收藏中选中多个，按 V 检查；Shift+V 会解码检查。也可以检查媒资库列出的全部媒资。</translation>
    </message>
    <message>
        <source>Check all that the library lists…</source>
        <translation>检查媒资库列出的全部…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Open, and show what was found</source>
        <translation>打开并显示检查结果</translation>
    </message>
    <message numerus="yes">
        <source>Check %n assets again</source>
        <translation>
            <numerusform>重新检查 %n 个媒资</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy MediaId</source>
        <translation>复制 MediaId</translation>
    </message>
</context>
<context>
    <name>proofreel::BatchPolicyLine</name>
    <message>
        <source>Judged by %1</source>
        <translation>按 %1 判定</translation>
    </message>
    <message>
        <source>A batch goes by %1 as it is saved</source>
        <translation>批量检查使用已保存的 %1</translation>
    </message>
    <message>
        <source>deep check</source>
        <translation>深度检查</translation>
    </message>
    <message>
        <source>what is not saved in the policy editor does not count here</source>
        <translation>策略编辑器中未保存的改动在此不生效</translation>
    </message>
</context>
<context>
    <name>proofreel::BatchTable</name>
    <message>
        <source>Assets of the batch</source>
        <translation>批量检查的媒资</translation>
    </message>
</context>
<context>
    <name>proofreel::CategoryDelegate</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>proofreel::CategorySection</name>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Hide the categories</source>
        <translation>收起分类</translation>
    </message>
    <message>
        <source>Show the categories</source>
        <translation>展开分类</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>加载中…</translation>
    </message>
    <message>
        <source>This account has no categories.</source>
        <translation>此账号没有分类。</translation>
    </message>
</context>
<context>
    <name>proofreel::CategoryTrail</name>
    <message>
        <source>All</source>
        <comment>categories</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部分类</translation>
    </message>
</context>
<context>
    <name>proofreel::ChangesLine</name>
    <message>
        <source>deep check</source>
        <translation>深度检查</translation>
    </message>
    <message>
        <source>Which earlier check to compare with</source>
        <translation>与哪一次检查比较</translation>
    </message>
    <message>
        <source>Hide what changed</source>
        <translation>隐藏变化</translation>
    </message>
    <message>
        <source>Declared since %1:</source>
        <translation>自 %1 以来标称值的变化：</translation>
    </message>
    <message>
        <source>Since %1:</source>
        <translation>自 %1 以来：</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>Show all changes</source>
        <translation>显示全部变化</translation>
    </message>
    <message>
        <source>Forget the checks of this asset</source>
        <translation>清除此媒资的检查记录</translation>
    </message>
    <message>
        <source>What the service declares otherwise since %1</source>
        <translation>标称值与此次检查相比的变化：%1</translation>
    </message>
    <message>
        <source>What changed since %1</source>
        <translation>与此次检查相比的变化：%1</translation>
    </message>
</context>
<context>
    <name>proofreel::ChangesPopup</name>
    <message>
        <source>New findings</source>
        <translation>新出现的问题</translation>
    </message>
    <message>
        <source>No longer</source>
        <translation>已消除的问题</translation>
    </message>
    <message>
        <source>Nothing that was compared has changed.</source>
        <translation>所比较的内容没有变化。</translation>
    </message>
    <message>
        <source>Findings are not compared: that check was judged by another policy.</source>
        <translation>未比较问题：当时使用的是另一个策略。</translation>
    </message>
    <message>
        <source>Copy the changes</source>
        <translation>复制变化</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>proofreel::CheckBar</name>
    <message>
        <source>Nothing found so far</source>
        <translation>目前未发现问题</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>目前</translation>
    </message>
    <message numerus="yes">
        <source>%n failures</source>
        <translation>
            <numerusform>%n 项未通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to note</source>
        <translation>
            <numerusform>%n 条提示</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::CheckLink</name>
    <message>
        <source>The report was saved: %1</source>
        <translation>报告已保存：%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Check only this rendition</source>
        <translation>仅检查此转码流</translation>
    </message>
    <message>
        <source>Deep check of only this rendition</source>
        <translation>仅深度检查此转码流</translation>
    </message>
</context>
<context>
    <name>proofreel::CheckMatrixModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::CheckPanel</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Deep check: decode everything</source>
        <translation>深度检查：全部解码</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Only failures</source>
        <translation>仅看问题</translation>
    </message>
    <message>
        <source>Only rules and renditions with a warning or a failure (F)</source>
        <translation>仅显示有警告或未通过的规则和转码流 (F)</translation>
    </message>
    <message>
        <source>No asset open</source>
        <translation>未打开媒资</translation>
    </message>
    <message>
        <source>Open an asset to check its renditions.</source>
        <translation>打开媒资后即可检查其转码流。</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>A check asks for all renditions, reads their headers and judges them by the policy.</source>
        <translation>检查会获取全部转码流，读取文件头，并按策略判定。</translation>
    </message>
    <message>
        <source>Check (V)</source>
        <translation>检查 (V)</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>The asset could not be checked</source>
        <translation>无法检查该媒资</translation>
    </message>
    <message>
        <source>Nothing fails</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>All rules that were judged hold.</source>
        <translation>已判定的规则全部通过。</translation>
    </message>
    <message>
        <source>Show all rules</source>
        <translation>显示全部规则</translation>
    </message>
    <message>
        <source>Nothing to judge</source>
        <translation>没有可判定的内容</translation>
    </message>
    <message>
        <source>The policy asks nothing of this asset.</source>
        <translation>策略对该媒资没有任何要求。</translation>
    </message>
    <message>
        <source>Deep check: decode everything, compare with: %1</source>
        <translation>深度检查：全部解码，并对比：%1</translation>
    </message>
    <message>
        <source>What a deep check compares pictures with (PSNR and SSIM)</source>
        <translation>深度检查的画面参考片源（PSNR 和 SSIM）</translation>
    </message>
    <message>
        <source>The checks of this asset are forgotten.</source>
        <translation>已清除此媒资的检查记录。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Last checked %1: %2</source>
        <translation>上次检查 %1：%2</translation>
    </message>
    <message>
        <source>A new check shows what has changed since.</source>
        <translation>再次检查可查看此后的变化。</translation>
    </message>
</context>
<context>
    <name>proofreel::CheckProgress</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>检查进度</translation>
    </message>
    <message>
        <source>Asking for the renditions…</source>
        <translation>正在获取转码流…</translation>
    </message>
    <message>
        <source>Decoding %1 of %2 renditions · %3 %</source>
        <translation>正在解码第 %1 个转码流，共 %2 个 · %3%</translation>
    </message>
    <message>
        <source>Checking %1 of %2 renditions · %3 %</source>
        <translation>正在检查第 %1 个转码流，共 %2 个 · %3%</translation>
    </message>
</context>
<context>
    <name>proofreel::CheckSelected</name>
    <message numerus="yes">
        <source>Check %n assets</source>
        <translation>
            <numerusform>检查 %n 个媒资</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n assets deeply</source>
        <translation>
            <numerusform>深度检查 %n 个媒资</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::CopyLabel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>proofreel::CurvePlot</name>
    <message>
        <source>Curves over time</source>
        <translation>随时间变化的曲线</translation>
    </message>
    <message>
        <source>kbit/s</source>
        <translation>kbit/s</translation>
    </message>
    <message>
        <source>LUFS</source>
        <translation>LUFS</translation>
    </message>
    <message>
        <source>luminance</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>PSNR, dB</source>
        <translation>PSNR（dB）</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>跳转到 %1</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>下一个事件</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>上一个事件</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole length</source>
        <translation>显示全长</translation>
    </message>
    <message>
        <source>Copy the values here</source>
        <translation>复制此处的数值</translation>
    </message>
</context>
<context>
    <name>proofreel::CurvesPanel</name>
    <message>
        <source>%1 LUFS</source>
        <translation>%1 LUFS</translation>
    </message>
    <message>
        <source>true peak %1 dBTP</source>
        <translation>真峰值 %1 dBTP</translation>
    </message>
    <message>
        <source>range %1 LU</source>
        <translation>响度范围 %1 LU</translation>
    </message>
    <message numerus="yes">
        <source>%n decode errors</source>
        <translation>
            <numerusform>%n 处解码错误</numerusform>
        </translation>
    </message>
    <message>
        <source>The rendition could not be decoded</source>
        <translation>无法解码该转码流</translation>
    </message>
    <message>
        <source>Decoding…</source>
        <translation>正在解码…</translation>
    </message>
    <message>
        <source>No asset open</source>
        <translation>未打开媒资</translation>
    </message>
    <message>
        <source>Open an asset to see its curves.</source>
        <translation>打开媒资后即可查看曲线。</translation>
    </message>
    <message>
        <source>Not decoded yet</source>
        <translation>尚未解码</translation>
    </message>
    <message>
        <source>A deep check decodes each rendition once and draws bitrate, loudness and luminance over time.</source>
        <translation>深度检查会将每个转码流解码一次，并绘制码率、响度和亮度随时间变化的曲线。</translation>
    </message>
    <message>
        <source>Deep check (Shift+V)</source>
        <translation>深度检查 (Shift+V)</translation>
    </message>
    <message>
        <source>PSNR %1 dB</source>
        <translation>PSNR %1 dB</translation>
    </message>
    <message>
        <source>SSIM %1</source>
        <translation>SSIM %1</translation>
    </message>
    <message>
        <source>compared with: %1</source>
        <translation>参考片源：%1</translation>
    </message>
</context>
<context>
    <name>proofreel::DateChip</name>
    <message>
        <source>Any time</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>自定义时间范围…</translation>
    </message>
</context>
<context>
    <name>proofreel::DateRangePopup</name>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>proofreel::DeclaredView</name>
    <message>
        <source>Open an asset to see what the service declares about it.</source>
        <translation>打开媒资，查看服务端返回的标称值。</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>转码流</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>媒资</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>收到：%1</translation>
    </message>
    <message>
        <source>The service did not send this field.</source>
        <translation>服务端未返回此字段。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>To note</source>
        <translation>需注意</translation>
    </message>
</context>
<context>
    <name>proofreel::DeleteAccountDialog</name>
    <message>
        <source>Delete account</source>
        <translation>删除账号</translation>
    </message>
    <message>
        <source>Delete the account “%1”?</source>
        <translation>删除账号“%1”？</translation>
    </message>
    <message>
        <source>Its secret is removed from %1. The AccessKey itself stays valid: to end it, go to the RAM console.</source>
        <translation>将从%1中删除其 AccessKey Secret。AccessKey 本身仍然有效：如需停用，请前往 RAM 控制台。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>proofreel::DetailsPanel</name>
    <message>
        <source>Declared</source>
        <translation>标称值</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>proofreel::DockGrip</name>
    <message>
        <source>Drag to move this panel, double-click to detach it</source>
        <translation>拖动可移动此面板，双击可将其分离</translation>
    </message>
</context>
<context>
    <name>proofreel::ErrorStrip</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>proofreel::FacetBar</name>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Show only %1 %2</source>
        <translation>仅显示：%1 %2</translation>
    </message>
</context>
<context>
    <name>proofreel::FilesView</name>
    <message>
        <source>No asset open</source>
        <translation>未打开媒资</translation>
    </message>
    <message>
        <source>Open an asset to see its fields and files.</source>
        <translation>打开一个媒资以查看其字段和文件。</translation>
    </message>
    <message>
        <source>Asking for the asset&apos;s files…</source>
        <translation>正在获取媒资的文件…</translation>
    </message>
    <message>
        <source>The asset&apos;s files could not be loaded</source>
        <translation>无法加载媒资的文件</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>媒资</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The service lists no files of this asset.</source>
        <translation>服务没有列出此媒资的文件。</translation>
    </message>
    <message>
        <source>There is more than can be shown here.</source>
        <translation>内容过多，此处无法全部显示。</translation>
    </message>
    <message>
        <source>Source file</source>
        <translation>源文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Video stream</source>
        <translation>视频流</translation>
    </message>
    <message>
        <source>Audio stream</source>
        <translation>音频流</translation>
    </message>
    <message>
        <source>Subtitle stream</source>
        <translation>字幕流</translation>
    </message>
</context>
<context>
    <name>proofreel::FindingsModel</name>
    <message>
        <source>Ladder</source>
        <translation>整组</translation>
    </message>
    <message>
        <source>Tolerance %1 %2</source>
        <translation>容差 %1 %2</translation>
    </message>
    <message>
        <source>MediaId</source>
        <translation>MediaId</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Rendition</source>
        <translation>转码流</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>标称值</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测值</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>第 %1 帧</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>New since %1</source>
        <translation>自 %1 以来新出现</translation>
    </message>
</context>
<context>
    <name>proofreel::FindingsView</name>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>This rendition</source>
        <translation>当前转码流</translation>
    </message>
    <message>
        <source>Only what concerns the selected rendition, and the ladder</source>
        <translation>仅显示与所选转码流及整组有关的问题</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>筛选问题</translation>
    </message>
    <message>
        <source>No finding matches the filter</source>
        <translation>没有符合筛选条件的问题</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>The asset could not be checked</source>
        <translation>无法检查该媒资</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未发现问题</translation>
    </message>
    <message>
        <source>All rules hold.</source>
        <translation>所有规则均通过。</translation>
    </message>
    <message>
        <source>All rules hold that need no decoding. A deep check looks at picture and sound.</source>
        <translation>无需解码的规则全部通过。深度检查会进一步检查画面和声音。</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>A check compares what the service declares with what the files say.</source>
        <translation>检查会将服务端返回的标称值与文件的实际值对比。</translation>
    </message>
    <message>
        <source>Check (V)</source>
        <translation>检查 (V)</translation>
    </message>
    <message>
        <source>No asset open</source>
        <translation>未打开媒资</translation>
    </message>
    <message>
        <source>Open an asset to check it.</source>
        <translation>打开媒资后即可检查。</translation>
    </message>
    <message>
        <source>Show in the player</source>
        <translation>在播放器中查看</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the rule’s id</source>
        <translation>复制规则 ID</translation>
    </message>
    <message>
        <source>Allow %1 for this asset and check again</source>
        <translation>允许此媒资访问 %1 并重新检查</translation>
    </message>
    <message>
        <source>A playlist points to %1, in a private network.</source>
        <translation>播放列表指向内网地址 %1。</translation>
    </message>
    <message>
        <source>Allow %1</source>
        <translation>允许 %1</translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation>目前未发现问题</translation>
    </message>
    <message>
        <source>Policy: %1</source>
        <translation>策略：%1</translation>
    </message>
    <message>
        <source>Copy for a ticket</source>
        <translation>复制为工单文本</translation>
    </message>
    <message>
        <source>Edit this rule…</source>
        <translation>编辑此规则…</translation>
    </message>
</context>
<context>
    <name>proofreel::FirstRunPage</name>
    <message>
        <source>See what Intelligent Media Services made of your media</source>
        <translation>查看智能媒体服务为媒资生成的内容</translation>
    </message>
    <message>
        <source>Browse the assets of an account, list every stream by definition, format and HDR, and play it.</source>
        <translation>浏览账号中的媒资，按清晰度、格式和 HDR 查看每个转码流并播放。</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>A local service with sample assets, inside this program. Nothing leaves this PC and nothing is kept.</source>
        <translation>程序内置的本地服务，含示例媒资。不向外发送数据，也不保留任何内容。</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>添加账号</translation>
    </message>
    <message>
        <source>An AccessKey pair, with a security token if it is temporary. The secret goes into the keychain of your desktop.</source>
        <translation>AccessKey ID 和 AccessKey Secret；临时访问凭证还需安全令牌。AccessKey Secret 保存在系统钥匙串中。</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>添加账号…</translation>
    </message>
    <message>
        <source>Play a URL</source>
        <translation>播放 URL</translation>
    </message>
    <message>
        <source>Paste a URL</source>
        <translation>粘贴 URL</translation>
    </message>
    <message>
        <source>Any http or https URL of an mp4, m3u8 or mp3. It needs no account.</source>
        <translation>任意 mp4、m3u8 或 mp3 的 http 或 https URL。无需账号。</translation>
    </message>
</context>
<context>
    <name>proofreel::FrameGrab</name>
    <message>
        <source>No frame came within 20 seconds.</source>
        <translation>20 秒内没有得到画面。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>This asset has no picture that can be played.</source>
        <translation>此媒资没有可播放的画面。</translation>
    </message>
</context>
<context>
    <name>proofreel::HistoryModel</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>proofreel::KeySheet</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>proofreel::KeychainStore</name>
    <message>
        <source>The keychain does not answer.</source>
        <translation>钥匙串没有响应。</translation>
    </message>
    <message>
        <source>It may be asking for its password in another window. Unlock it and try again.</source>
        <translation>它可能正在其他窗口中等待输入密码。请解锁后重试。</translation>
    </message>
    <message>
        <source>The keychain holds no such item.</source>
        <translation>钥匙串中没有此条目。</translation>
    </message>
    <message>
        <source>The keychain refused access.</source>
        <translation>钥匙串拒绝访问。</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again.</source>
        <translation>请解锁钥匙串，然后重试。</translation>
    </message>
    <message>
        <source>The keychain cannot be used.</source>
        <translation>钥匙串不可用。</translation>
    </message>
    <message>
        <source>The keychain cannot be used: %1</source>
        <translation>钥匙串不可用：%1</translation>
    </message>
    <message>
        <source>Start and unlock a keychain, such as GNOME Keyring or KWallet, and try again.</source>
        <translation>请启动并解锁钥匙串（如 GNOME Keyring 或 KWallet），然后重试。</translation>
    </message>
    <message>
        <source>The keychain&apos;s item for this account cannot be read.</source>
        <translation>无法读取钥匙串中此账号的条目。</translation>
    </message>
    <message>
        <source>Edit the account and enter the AccessKey again.</source>
        <translation>请编辑账号并重新输入 AccessKey。</translation>
    </message>
    <message>
        <source>the macOS Keychain</source>
        <translation>macOS 钥匙串</translation>
    </message>
    <message>
        <source>the Windows Credential Manager</source>
        <translation>Windows 凭据管理器</translation>
    </message>
    <message>
        <source>the system keychain (Secret Service or KWallet)</source>
        <translation>系统钥匙串（Secret Service 或 KWallet）</translation>
    </message>
</context>
<context>
    <name>proofreel::LedgerModel</name>
    <message>
        <source>Loudness</source>
        <translation>响度</translation>
    </message>
    <message>
        <source>Loudness range</source>
        <translation>响度范围</translation>
    </message>
    <message>
        <source>True peak</source>
        <translation>真峰值</translation>
    </message>
    <message>
        <source>Decode errors</source>
        <translation>解码错误</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>参考片源</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>标称</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>封装</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
</context>
<context>
    <name>proofreel::LedgerView</name>
    <message>
        <source>Declared and measured</source>
        <translation>标称与实测</translation>
    </message>
    <message>
        <source>No asset open</source>
        <translation>未打开媒资</translation>
    </message>
    <message>
        <source>Open an asset to check it.</source>
        <translation>打开媒资后即可检查。</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>A check lays what the service declares beside what the file says.</source>
        <translation>检查会将服务端返回的标称值与文件的实际值并列显示。</translation>
    </message>
    <message>
        <source>Check (V)</source>
        <translation>检查 (V)</translation>
    </message>
    <message>
        <source>Nothing was measured</source>
        <translation>没有测量结果</translation>
    </message>
    <message>
        <source>Select a rendition.</source>
        <translation>请选择一个转码流。</translation>
    </message>
    <message>
        <source>This rendition could not be read.</source>
        <translation>无法读取该转码流。</translation>
    </message>
    <message>
        <source>Show the finding</source>
        <translation>查看问题</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy all, for a spreadsheet</source>
        <translation>复制全部（用于电子表格）</translation>
    </message>
    <message>
        <source>Copy all as Markdown</source>
        <translation>复制全部为 Markdown</translation>
    </message>
</context>
<context>
    <name>proofreel::LibraryFilters</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Any source</source>
        <translation>不限来源</translation>
    </message>
    <message>
        <source>OSS</source>
        <translation>OSS</translation>
    </message>
    <message>
        <source>VOD</source>
        <translation>点播</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>The search is an expression and says all by itself.</source>
        <translation>当前搜索是一个完整的表达式，筛选条件不起作用。</translation>
    </message>
    <message>
        <source>The service cannot search by source. Without words, tags and a category it can filter by it.</source>
        <translation>服务不支持按来源搜索。没有关键词、标签和分类时才能按来源筛选。</translation>
    </message>
</context>
<context>
    <name>proofreel::LibraryPanel</name>
    <message>
        <source>Reload the library</source>
        <translation>重新加载媒资库</translation>
    </message>
    <message>
        <source>Show covers</source>
        <translation>显示封面</translation>
    </message>
    <message>
        <source>Show a list</source>
        <translation>显示列表</translation>
    </message>
    <message>
        <source>%1 of %2 loaded</source>
        <translation>已加载 %1 / %2</translation>
    </message>
    <message>
        <source>The library could not be loaded</source>
        <translation>无法加载媒资库</translation>
    </message>
    <message>
        <source>Loading the library…</source>
        <translation>正在加载媒资库…</translation>
    </message>
    <message>
        <source>No account is connected</source>
        <translation>未连接账号</translation>
    </message>
    <message>
        <source>Add an account, or choose one at the top, to see its library.</source>
        <translation>请添加账号，或在顶部选择账号，以查看其媒资库。</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>添加账号…</translation>
    </message>
    <message>
        <source>No asset fits these filters</source>
        <translation>没有符合筛选条件的媒资</translation>
    </message>
    <message>
        <source>Show all assets</source>
        <translation>显示全部媒资</translation>
    </message>
    <message>
        <source>This library is empty</source>
        <translation>此媒资库为空</translation>
    </message>
    <message>
        <source>Assets that are registered in Intelligent Media Services appear here. You can also paste a MediaId or an InputURL at the top.</source>
        <translation>在智能媒体服务中注册的媒资会显示在这里。也可以在顶部粘贴 MediaId 或 InputURL。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Opening the account…</source>
        <translation>正在打开账号…</translation>
    </message>
    <message>
        <source>The account could not be opened</source>
        <translation>无法打开账号</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>没有找到媒资</translation>
    </message>
    <message>
        <source>Saved %1; the service cannot be reached.</source>
        <translation>保存于%1；无法连接服务。</translation>
    </message>
    <message>
        <source>All filters</source>
        <translation>全部筛选条件</translation>
    </message>
    <message>
        <source>%1+</source>
        <extracomment>how many assets there are, and perhaps more of types that were not asked for yet</extracomment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>%1 of at least %2 loaded</source>
        <translation>已加载 %1 项，共至少 %2 项</translation>
    </message>
    <message>
        <source>Taking a frame…</source>
        <translation>正在截取画面…</translation>
    </message>
    <message>
        <source>Check all that is listed here…</source>
        <translation>检查此处列出的全部…</translation>
    </message>
</context>
<context>
    <name>proofreel::LibrarySearch</name>
    <message>
        <source>Press Enter to open this.</source>
        <translation>按 Enter 键打开。</translation>
    </message>
</context>
<context>
    <name>proofreel::LocalStore</name>
    <message>
        <source>%1 is damaged and cannot be moved.</source>
        <translation>%1 已损坏，且无法移走。</translation>
    </message>
    <message>
        <source>Check the rights of its folder. History, favourites and queue are kept for this run only.</source>
        <translation>请检查其所在文件夹的权限。历史记录、收藏和审片队列仅在本次运行中保留。</translation>
    </message>
    <message>
        <source>The file with history, favourites and queue was damaged. It is kept as %1, and a new one was started.</source>
        <translation>保存历史记录、收藏和审片队列的文件已损坏。该文件已保留为 %1，并新建了一个文件。</translation>
    </message>
    <message>
        <source>Keep that file if you want to have its contents recovered.</source>
        <translation>如需恢复其中的内容，请保留该文件。</translation>
    </message>
</context>
<context>
    <name>proofreel::MainWindow</name>
    <message>
        <source>%1 – Proofreel</source>
        <translation>%1 – Proofreel</translation>
    </message>
    <message>
        <source>The language changes the next time Proofreel starts.</source>
        <translation>语言将在下次启动 Proofreel 时更改。</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>添加账号…</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>转码流</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>播放器</translation>
    </message>
    <message>
        <source>Previous rendition</source>
        <translation>上一个转码流</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is %1 slow. Requests go on with the service&apos;s time; set the clock to be sure.</source>
        <translation>本机时钟慢了 %1。请求将按服务端时间继续；建议校准时钟。</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is %1 fast. Requests go on with the service&apos;s time; set the clock to be sure.</source>
        <translation>本机时钟快了 %1。请求将按服务端时间继续；建议校准时钟。</translation>
    </message>
    <message>
        <source>Search, or open MediaIds and URLs</source>
        <translation>搜索，或打开 MediaId 和 URL</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>媒资库</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Open what is on the clipboard</source>
        <translation>打开剪贴板中的内容</translation>
    </message>
    <message>
        <source>Open a list…</source>
        <translation>打开列表…</translation>
    </message>
    <message>
        <source>Find and open</source>
        <translation>查找和打开</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审看</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Check all renditions of this asset (V)</source>
        <translation>检查该媒资的全部转码流 (V)</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量检查</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>上一个问题</translation>
    </message>
</context>
<context>
    <name>proofreel::MatchHelp</name>
    <message>
        <source>contains; also description. At most 60 characters</source>
        <translation>包含该文本；description 同理。最多 60 个字符</translation>
    </message>
    <message>
        <source>has one of these tags</source>
        <translation>带有其中任一标签</translation>
    </message>
    <message>
        <source>is in that category, by its number</source>
        <translation>属于该分类（填分类编号）</translation>
    </message>
    <message>
        <source>is that asset</source>
        <translation>就是该媒资</translation>
    </message>
    <message>
        <source>video, audio, image, text. Without it only video is searched; image not together with others</source>
        <translation>video、audio、image、text。不写则只搜索视频；image 不能与其他类型一起搜索</translation>
    </message>
    <message>
        <source>0 initial, 1 preparing, 2 failed, 3 normal; also 10 uploading, 13 transcoding, 15 in review</source>
        <translation>0 初始，1 准备中，2 失败，3 正常；还有 10 上传中、13 转码中、15 审核中</translation>
    </message>
    <message>
        <source>from a to b in milliseconds since 1970, with ( ) without the ends; also utcModified</source>
        <translation>从 a 到 b，自 1970 年起的毫秒数；用 ( ) 则不含两端；utcModified 同理</translation>
    </message>
    <message>
        <source>is stored there</source>
        <translation>存储在该位置</translation>
    </message>
    <message>
        <source>text that was recognised in the picture contains it</source>
        <translation>画面中识别出的文字包含该文本</translation>
    </message>
    <message>
        <source>both hold</source>
        <translation>同时满足</translation>
    </message>
    <message>
        <source>one of them holds; the parentheses are needed</source>
        <translation>满足其一；必须加括号</translation>
    </message>
    <message>
        <source>How a Match expression is written</source>
        <translation>Match 表达式的写法</translation>
    </message>
    <message>
        <source>Values stand in single quotes; == is exactly, = contains. How a quote inside a value is written is not documented: leave it out. The help page is “Media asset search filter description”.</source>
        <translation>值写在单引号内；== 表示精确匹配，= 表示包含。值中引号的写法没有文档说明，请省略。参见帮助页“媒资搜索过滤条件说明”。</translation>
    </message>
</context>
<context>
    <name>proofreel::MatrixView</name>
    <message>
        <source>Renditions and rules</source>
        <translation>转码流与规则</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Show the evidence</source>
        <translation>查看证据</translation>
    </message>
    <message>
        <source>Only failures</source>
        <translation>仅看问题</translation>
    </message>
    <message>
        <source>Check only %1</source>
        <translation>仅检查 %1</translation>
    </message>
    <message>
        <source>Deep check of only %1</source>
        <translation>仅深度检查 %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy all, for a spreadsheet</source>
        <translation>复制全部（用于电子表格）</translation>
    </message>
    <message>
        <source>Copy all as Markdown</source>
        <translation>复制全部为 Markdown</translation>
    </message>
    <message>
        <source>Edit this rule…</source>
        <translation>编辑此规则…</translation>
    </message>
</context>
<context>
    <name>proofreel::MemoryStore</name>
    <message>
        <source>No secret is stored.</source>
        <translation>没有已保存的 AccessKey Secret。</translation>
    </message>
    <message>
        <source>this run&apos;s memory</source>
        <translation>本次运行的内存</translation>
    </message>
</context>
<context>
    <name>proofreel::Opener</name>
    <message numerus="yes">
        <source>%Ln asset(s) were added to the queue.</source>
        <translation>
            <numerusform>已将 %Ln 个媒资加入队列。</numerusform>
        </translation>
    </message>
    <message>
        <source>All of these are in the queue already.</source>
        <translation>这些都已在队列中。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Open a list</source>
        <translation>打开列表</translation>
    </message>
    <message>
        <source>Lists and tables (*.txt *.csv *.tsv)</source>
        <translation>列表和表格 (*.txt *.csv *.tsv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>proofreel::PictureLink</name>
    <message>
        <source>This is a text</source>
        <translation>这是文本</translation>
    </message>
    <message>
        <source>It cannot be played. Its fields and files are at the right.</source>
        <translation>无法播放。其字段和文件显示在右侧。</translation>
    </message>
</context>
<context>
    <name>proofreel::PictureLoader</name>
    <message>
        <source>The server does not give the picture (HTTP %1).</source>
        <translation>服务器没有提供图片（HTTP %1）。</translation>
    </message>
    <message>
        <source>The picture is too large or damaged (%1×%2).</source>
        <translation>图片过大或已损坏（%1×%2）。</translation>
    </message>
    <message>
        <source>This is no picture that can be shown.</source>
        <translation>这不是可显示的图片。</translation>
    </message>
</context>
<context>
    <name>proofreel::PictureView</name>
    <message>
        <source>Picture, %1×%2</source>
        <translation>图片，%1×%2</translation>
    </message>
</context>
<context>
    <name>proofreel::PlayerActions</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Back 5 seconds</source>
        <translation>后退 5 秒</translation>
    </message>
    <message>
        <source>Forward 5 seconds</source>
        <translation>前进 5 秒</translation>
    </message>
    <message>
        <source>Back 1 second</source>
        <translation>后退 1 秒</translation>
    </message>
    <message>
        <source>Forward 1 second</source>
        <translation>前进 1 秒</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>跳到开头</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>跳到结尾</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>减慢播放</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加快播放</translation>
    </message>
    <message>
        <source>Normal speed</source>
        <translation>正常速度</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>降低音量</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>提高音量</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>Playback statistics</source>
        <translation>播放统计</translation>
    </message>
    <message>
        <source>Save screenshot…</source>
        <translation>保存截图…</translation>
    </message>
    <message>
        <source>Copy timecode</source>
        <translation>复制时间码</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>取消静音</translation>
    </message>
</context>
<context>
    <name>proofreel::PlayerPanel</name>
    <message>
        <source>Save screenshot</source>
        <translation>保存截图</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Nothing is playing</source>
        <translation>没有正在播放的内容</translation>
    </message>
    <message>
        <source>Double-click a stream, or select one and press Enter.</source>
        <translation>双击转码流，或选中后按 Enter 键。</translation>
    </message>
    <message>
        <source>Playback is not possible</source>
        <translation>无法播放</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Switching…</source>
        <translation>正在切换…</translation>
    </message>
    <message>
        <source>no sound device</source>
        <translation>没有音频设备</translation>
    </message>
    <message>
        <source>Buffering…</source>
        <translation>正在缓冲…</translation>
    </message>
    <message>
        <source>This link expired. Getting a new one…</source>
        <translation>此播放地址已过期，正在获取新的播放地址…</translation>
    </message>
    <message>
        <source>This stream does not play</source>
        <translation>此转码流无法播放</translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <translation>音量 %1%</translation>
    </message>
    <message>
        <source>Speed %1×</source>
        <translation>播放速度 %1×</translation>
    </message>
    <message>
        <source>Screenshot saved</source>
        <translation>截图已保存</translation>
    </message>
    <message>
        <source>Loading the picture…</source>
        <translation>正在加载图片…</translation>
    </message>
    <message>
        <source>The picture could not be shown</source>
        <translation>无法显示图片</translation>
    </message>
</context>
<context>
    <name>proofreel::PolicyButton</name>
    <message>
        <source>Policy: %1</source>
        <translation>策略：%1</translation>
    </message>
    <message>
        <source>The policy: which rules are judged, and how strictly</source>
        <translation>策略：判定哪些规则，以及判定的严格程度</translation>
    </message>
    <message>
        <source>Open a policy file…</source>
        <translation>打开策略文件…</translation>
    </message>
    <message>
        <source>Open a policy file</source>
        <translation>打开策略文件</translation>
    </message>
    <message>
        <source>Policies (*.toml)</source>
        <translation>策略 (*.toml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 · edited</source>
        <translation>%1 · 已编辑</translation>
    </message>
    <message>
        <source>Save or discard your changes first</source>
        <translation>请先保存或放弃修改</translation>
    </message>
</context>
<context>
    <name>proofreel::PolicyDraft</name>
    <message>
        <source>This policy has no file yet.</source>
        <translation>该策略尚未保存为文件。</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened.</source>
        <translation>%1 打开后已被其他程序修改。</translation>
    </message>
</context>
<context>
    <name>proofreel::PolicyEditor</name>
    <message>
        <source>%1 was changed by another program. What you see is not what is in the file.</source>
        <translation>%1 已被其他程序修改，此处显示的与文件内容不一致。</translation>
    </message>
    <message>
        <source>Load the file</source>
        <translation>加载文件</translation>
    </message>
    <message>
        <source>These changes are from the last time and not saved yet.</source>
        <translation>这些修改是上次留下的，尚未保存。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Save the policy</source>
        <translation>保存策略</translation>
    </message>
    <message>
        <source>Save the policy as…</source>
        <translation>策略另存为…</translation>
    </message>
    <message>
        <source>Discard the changes…</source>
        <translation>放弃修改…</translation>
    </message>
    <message>
        <source>Leave the editor</source>
        <translation>退出编辑器</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>%1 · not saved</source>
        <translation>%1 · 未保存</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该处</translation>
    </message>
    <message>
        <source>%1 was changed by another program since you opened it. Write over it?</source>
        <translation>%1 打开后已被其他程序修改。要覆盖吗？</translation>
    </message>
    <message>
        <source>Write over it</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Policies (*.toml)</source>
        <translation>策略 (*.toml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Discard what you changed in %1?</source>
        <translation>放弃对 %1 的修改？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Load the file, and discard what you changed in %1?</source>
        <translation>加载文件，并放弃对 %1 的修改？</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 有未保存的修改。</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
</context>
<context>
    <name>proofreel::PolicyLink</name>
    <message>
        <source>Edit the policy…</source>
        <translation>编辑策略…</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
</context>
<context>
    <name>proofreel::PolicyModel</name>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>By itself: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1，已修改</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>Findings on the open asset</source>
        <translation>当前媒资上的问题数</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
</context>
<context>
    <name>proofreel::PolicyRulesView</name>
    <message>
        <source>Filter rules</source>
        <translation>筛选规则</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Only rules that are not set as they are by themselves</source>
        <translation>仅显示与默认设置不同的规则</translation>
    </message>
</context>
<context>
    <name>proofreel::PolicySettingsForm</name>
    <message>
        <source>Ladder</source>
        <translation>转码流阶梯</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Codecs</source>
        <translation>编码格式</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>响度</translation>
    </message>
    <message>
        <source>True peak, at most</source>
        <translation>真峰值上限</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Key frames, at most every</source>
        <translation>关键帧间隔上限</translation>
    </message>
    <message>
        <source>Found from this length on</source>
        <translation>达到以下时长才算问题</translation>
    </message>
    <message>
        <source>Black picture</source>
        <translation>黑场</translation>
    </message>
    <message>
        <source>Frozen picture</source>
        <translation>静帧</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>播放地址</translation>
    </message>
    <message>
        <source>Live at least</source>
        <translation>有效期至少</translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation>例外设置</translation>
    </message>
    <message>
        <source>Other settings for some media types or tags are edited as TOML; this form keeps them.</source>
        <translation>针对部分媒资类型或标签的设置请以 TOML 编辑；此表单会原样保留。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>How reports call this policy</source>
        <translation>报告中使用的策略名称</translation>
    </message>
    <message>
        <source>An asset fails from</source>
        <translation>判为未通过的级别</translation>
    </message>
    <message>
        <source>A finding of this severity or above fails the asset</source>
        <translation>出现此级别或更严重的问题时，媒资判为未通过</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Expected steps</source>
        <translation>应有的转码流</translation>
    </message>
    <message>
        <source>Steps that must be there, between commas: Definition, Format and HDRType as the service writes them, like:</source>
        <translation>必须存在的转码流，以逗号分隔；按服务的写法填写 Definition、Format 和 HDRType，例如：</translation>
    </message>
    <message>
        <source>Those that are allowed, between commas, as FFmpeg calls them, like: %1</source>
        <translation>允许的编码格式，以逗号分隔，使用 FFmpeg 的名称，例如：%1</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>声道数</translation>
    </message>
    <message>
        <source>How many channels sound has; 0: any number</source>
        <translation>声音的声道数；0 表示不限</translation>
    </message>
    <message>
        <source>From %1 to %2; by itself %3</source>
        <translation>%1 至 %2；默认 %3</translation>
    </message>
    <message>
        <source>None. Add one as TOML</source>
        <translation>无。以 TOML 添加</translation>
    </message>
    <message numerus="yes">
        <source>%n overrides, in TOML</source>
        <translation>
            <numerusform>%n 项，见 TOML</numerusform>
        </translation>
    </message>
    <message>
        <source>Deep check of a rendition may take</source>
        <translation>单个转码流的深度检查用时上限</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>Times its length</source>
        <translation>时长的倍数</translation>
    </message>
</context>
<context>
    <name>proofreel::PolicyTextView</name>
    <message>
        <source>The policy as TOML</source>
        <translation>TOML 格式的策略</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该处</translation>
    </message>
</context>
<context>
    <name>proofreel::ProblemPopup</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>RequestId %1</source>
        <translation>RequestId %1</translation>
    </message>
</context>
<context>
    <name>proofreel::QueuePanel</name>
    <message>
        <source>Next in the queue</source>
        <translation>队列中的下一个</translation>
    </message>
    <message>
        <source>Previous in the queue</source>
        <translation>队列中的上一个</translation>
    </message>
    <message>
        <source>Done, open the next</source>
        <translation>完成并打开下一个</translation>
    </message>
    <message>
        <source>Add what is on the clipboard</source>
        <translation>加入剪贴板中的内容</translation>
    </message>
    <message>
        <source>Open a list…</source>
        <translation>打开列表…</translation>
    </message>
    <message>
        <source>Clear the queue</source>
        <translation>清空队列</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Mark as waiting</source>
        <translation>标为待审看</translation>
    </message>
    <message>
        <source>Copy MediaId or URL</source>
        <translation>复制 MediaId 或 URL</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>移出队列</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>审看队列</translation>
    </message>
    <message>
        <source>Nothing waits to be reviewed</source>
        <translation>没有待审看的内容</translation>
    </message>
    <message>
        <source>Paste or drop MediaIds, URLs or a table of them anywhere on this window, or open a list.</source>
        <translation>将 MediaId、URL 或含有它们的表格粘贴或拖放到此窗口的任意位置，或打开列表。</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is done.</source>
        <translation>已全部完成。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n removed from the queue.</source>
        <translation>
            <numerusform>已从队列移出 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue was cleared.</source>
        <translation>队列已清空。</translation>
    </message>
    <message>
        <source>Check the queue</source>
        <translation>检查队列</translation>
    </message>
    <message numerus="yes">
        <source>%n URLs of the queue are left out: only assets with a MediaId can be checked.</source>
        <translation>
            <numerusform>队列中的 %n 个 URL 未包括在内：只能检查有 MediaId 的媒资。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::ReferenceMenu</name>
    <message>
        <source>PSNR and SSIM against</source>
        <translation>PSNR 和 SSIM 的参考片源</translation>
    </message>
    <message>
        <source>PSNR and SSIM of a deep check against:</source>
        <translation>深度检查的 PSNR 和 SSIM 参考片源：</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Compare with a file</source>
        <translation>与文件对比</translation>
    </message>
    <message>
        <source>Media (*.mp4 *.mov *.m4v *.mkv *.webm *.ts *.m2ts *.mxf *.mpg *.avi *.flv *.y4m)</source>
        <translation>媒体文件 (*.mp4 *.mov *.m4v *.mkv *.webm *.ts *.m2ts *.mxf *.mpg *.avi *.flv *.y4m)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>proofreel::RememberedPanel</name>
    <message>
        <source>left at %1</source>
        <translation>看到 %1</translation>
    </message>
    <message>
        <source>Nothing has been opened yet</source>
        <translation>尚未打开过任何内容</translation>
    </message>
    <message>
        <source>What you open is listed here by day, with the place where you left it.</source>
        <translation>打开过的内容按日期列在这里，并记住离开时的位置。</translation>
    </message>
    <message>
        <source>Clear the history</source>
        <translation>清空历史</translation>
    </message>
    <message>
        <source>All that was opened with this account, and where it was left, is forgotten.</source>
        <translation>此账号打开过的全部内容及离开位置都将被清除。</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <translation>还没有收藏</translation>
    </message>
    <message>
        <source>Open an asset and press B, or the star beside its title, to find it here.</source>
        <translation>打开媒资后按 B 键，或点击标题旁的星标，即可在这里找到它。</translation>
    </message>
    <message>
        <source>Clear the favourites</source>
        <translation>清空收藏</translation>
    </message>
    <message>
        <source>All favourites of this account lose their star.</source>
        <translation>此账号的全部收藏都将被取消。</translation>
    </message>
    <message>
        <source>Find by title</source>
        <translation>按标题查找</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy MediaId</source>
        <translation>复制 MediaId</translation>
    </message>
    <message>
        <source>Add to the review queue</source>
        <translation>加入审看队列</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>No title here has that in it</source>
        <translation>没有标题包含该内容</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
</context>
<context>
    <name>proofreel::RequestView</name>
    <message>
        <source>Action</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>查询对象</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态码</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>请求时间</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Clock offset</source>
        <translation>时钟偏差</translation>
    </message>
    <message>
        <source>Reply size</source>
        <translation>响应大小</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Copy the reply, without secrets</source>
        <translation>复制响应（不含敏感信息）</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
</context>
<context>
    <name>proofreel::ReviewQueue</name>
    <message>
        <source>The service does not know this MediaId.</source>
        <translation>服务中没有这个 MediaId。</translation>
    </message>
</context>
<context>
    <name>proofreel::RuleForm</name>
    <message>
        <source>As by itself</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Set this rule to its own severity and tolerance (Delete in the list)</source>
        <translation>将此规则恢复为默认的严重程度和容差（在列表中按 Delete）</translation>
    </message>
    <message>
        <source>Severity (in the list: 0 off, 1 info, 2 warning, 3 error)</source>
        <translation>严重程度（在列表中按：0 关闭，1 提示，2 警告，3 错误）</translation>
    </message>
    <message>
        <source>Se&amp;verity</source>
        <translation>严重程度(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tolerance</source>
        <translation>容差(&amp;T)</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>Only a deep check measures it.</source>
        <translation>仅深度检查会测量。</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>As by itself: %1.</source>
        <translation>默认设置：%1。</translation>
    </message>
    <message>
        <source>Changed. By itself: %1.</source>
        <translation>已修改。默认：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n findings on the open asset.</source>
        <translation>
            <numerusform>当前媒资上有 %n 个问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>Otherwise for some assets</source>
        <translation>部分媒资另有设置</translation>
    </message>
    <message>
        <source>An override sets this rule for:</source>
        <translation>以下媒资的此规则另有设置：</translation>
    </message>
</context>
<context>
    <name>proofreel::RuleTree</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Tolerance…</source>
        <translation>容差…</translation>
    </message>
    <message>
        <source>As by itself</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the rule’s id</source>
        <translation>复制规则 ID</translation>
    </message>
</context>
<context>
    <name>proofreel::SearchField</name>
    <message>
        <source>Search or open</source>
        <translation>搜索或打开</translation>
    </message>
    <message>
        <source>Search with an expression</source>
        <translation>用表达式搜索</translation>
    </message>
    <message>
        <source>How expressions are written</source>
        <translation>表达式的写法</translation>
    </message>
    <message>
        <source>Search title, tag:, cat: … or paste MediaIds and URLs</source>
        <translation>搜索标题、tag:、cat: … 或粘贴 MediaId 和 URL</translation>
    </message>
    <message>
        <source>An expression as SearchMedia takes it (/)</source>
        <translation>SearchMedia 所接受的表达式 (/)</translation>
    </message>
    <message>
        <source>Search, or open MediaIds and URLs (/)</source>
        <translation>搜索，或打开 MediaId 和 URL (/)</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>最近的搜索</translation>
    </message>
    <message>
        <source>Match expression: title = &apos;city&apos; and status == &apos;3&apos;</source>
        <translation>Match 表达式：title = &apos;city&apos; and status == &apos;3&apos;</translation>
    </message>
</context>
<context>
    <name>proofreel::SecretVault</name>
    <message>
        <source>Waiting for the keychain. It may be asking for its password in another window.</source>
        <translation>正在等待钥匙串。它可能正在其他窗口中等待输入密码。</translation>
    </message>
    <message>
        <source>Secrets stay in memory until Proofreel closes: %1</source>
        <translation>在 Proofreel 关闭之前，密钥仅保存在内存中：%1</translation>
    </message>
</context>
<context>
    <name>proofreel::SeekBar</name>
    <message>
        <source>Position</source>
        <translation>播放位置</translation>
    </message>
</context>
<context>
    <name>proofreel::StateView</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>proofreel::StatsOverlay</name>
    <message>
        <source>SDR</source>
        <translation>SDR</translation>
    </message>
    <message>
        <source>%1, not tone-mapped</source>
        <translation>%1，未做色调映射</translation>
    </message>
    <message>
        <source>%1 fps · %2 shown · %3 dropped</source>
        <translation>%1 fps · 已显示 %2 帧 · 丢弃 %3 帧</translation>
    </message>
    <message>
        <source>first frame after %1 ms</source>
        <translation>首帧耗时 %1 ms</translation>
    </message>
    <message>
        <source>%1 · speed %2×</source>
        <translation>%1 · 播放速度 %2×</translation>
    </message>
    <message>
        <source>no backend</source>
        <translation>无播放后端</translation>
    </message>
</context>
<context>
    <name>proofreel::StatusLine</name>
    <message>
        <source>RequestId</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>%1 %2 ms</source>
        <translation>%1 %2 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>尝试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>%1: %2. Trying again in %3 s (%4 of 3)…</source>
        <translation>%1：%2。%3 秒后重试（第 %4 次，共 3 次）…</translation>
    </message>
</context>
<context>
    <name>proofreel::StreamActions</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>复制整行</translation>
    </message>
    <message>
        <source>Copy stream key</source>
        <translation>复制转码流标识</translation>
    </message>
    <message>
        <source>With its signature: whoever has it can play the stream until it expires</source>
        <translation>含签名：在过期前，任何持有此地址的人都能播放此转码流</translation>
    </message>
    <message>
        <source>Copy all as CSV</source>
        <translation>全部复制为 CSV</translation>
    </message>
    <message>
        <source>Copy all as JSON</source>
        <translation>全部复制为 JSON</translation>
    </message>
    <message>
        <source>Copy PlayURL</source>
        <translation>复制播放地址</translation>
    </message>
</context>
<context>
    <name>proofreel::StreamFilterModel</name>
    <message>
        <source>SDR</source>
        <translation>SDR</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>清晰度</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>HDR</source>
        <translation>HDR</translation>
    </message>
</context>
<context>
    <name>proofreel::StreamModel</name>
    <message>
        <source>%1 streams came; only the first %2 are shown.</source>
        <translation>服务端返回了 %1 个转码流，仅显示前 %2 个。</translation>
    </message>
    <message>
        <source>In the player</source>
        <translation>当前在播放器中</translation>
    </message>
</context>
<context>
    <name>proofreel::StreamPanel</name>
    <message>
        <source>Group by</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>No stream matches the filter</source>
        <translation>没有符合筛选条件的转码流</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Play rendition %1</source>
        <translation>播放第 %1 个转码流</translation>
    </message>
    <message>
        <source>No asset open</source>
        <translation>未打开媒资</translation>
    </message>
    <message>
        <source>Choose one in the library, or paste a MediaId or a URL into the search field.</source>
        <translation>请在媒资库中选择，或在搜索框中粘贴 MediaId 或 URL。</translation>
    </message>
    <message>
        <source>Asking for the streams…</source>
        <translation>正在获取转码流…</translation>
    </message>
    <message>
        <source>The streams could not be listed</source>
        <translation>无法获取转码流</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
</context>
<context>
    <name>proofreel::StreamTable</name>
    <message>
        <source>Streams</source>
        <translation>转码流</translation>
    </message>
</context>
<context>
    <name>proofreel::TableColumns</name>
    <message>
        <source>Right-click to choose columns</source>
        <translation>右键单击可选择列</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>重置列</translation>
    </message>
</context>
<context>
    <name>proofreel::TagChip</name>
    <message>
        <source>Any tag</source>
        <translation>不限标签</translation>
    </message>
    <message>
        <source>A whole tag, then Enter</source>
        <translation>输入完整标签，按回车</translation>
    </message>
</context>
<context>
    <name>proofreel::TopBar</name>
    <message>
        <source>Menu (F1)</source>
        <translation>菜单（F1）</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>proofreel::Tour</name>
    <message>
        <source>It took too long.</source>
        <translation>用时过长。</translation>
    </message>
    <message>
        <source>Account: %1, %2 (%3)</source>
        <translation>账号：%1，%2（%3）</translation>
    </message>
    <message>
        <source>Assets: %1</source>
        <translation>媒资数：%1</translation>
    </message>
    <message>
        <source>Streams of “%1”:</source>
        <translation>“%1”的转码流：</translation>
    </message>
    <message>
        <source>There is nothing to play.</source>
        <translation>没有可播放的内容。</translation>
    </message>
    <message>
        <source>Played %1 frames, %2×%3, at %4 ms, first frame after %5 ms, %6</source>
        <translation>已播放 %1 帧，%2×%3，位置 %4 ms，首帧耗时 %5 ms，%6</translation>
    </message>
    <message>
        <source>The other rendition did not go on from where the first was.</source>
        <translation>另一个转码流没有从第一个的位置继续播放。</translation>
    </message>
    <message>
        <source>The screenshot could not be written.</source>
        <translation>无法写入截图。</translation>
    </message>
    <message>
        <source>Screenshot: %1</source>
        <translation>截图：%1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>已停止：%1</translation>
    </message>
</context>
<context>
    <name>proofreel::TransportBar</name>
    <message>
        <source>Position</source>
        <translation>播放位置</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Speed ([ and ])</source>
        <translation>播放速度（[ 和 ]）</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>播放速度</translation>
    </message>
</context>
<context>
    <name>proofreel::UrlLifeLabel</name>
    <message>
        <source>Link %1</source>
        <translation>播放地址 %1</translation>
    </message>
    <message>
        <source>Link expiry unknown</source>
        <translation>播放地址有效期未知</translation>
    </message>
    <message>
        <source>Play it or reload to get a new link.</source>
        <translation>播放或重新加载即可获取新的播放地址。</translation>
    </message>
</context>
<context>
    <name>proofreel::VolumeSlider</name>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Volume (9 and 0)</source>
        <translation>音量（9 和 0）</translation>
    </message>
</context>
<context>
    <name>proofreel::WindowLayout</name>
    <message>
        <source>Library</source>
        <translation>媒资库</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>转码流</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>proofreel::WindowMenu</name>
    <message>
        <source>Add account…</source>
        <translation>添加账号…</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Proofreel</source>
        <translation>关于 Proofreel</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>proofreel::Workspace</name>
    <message>
        <source>The demo could not start: %1</source>
        <translation>演示无法启动：%1</translation>
    </message>
    <message>
        <source>Install the package again, or build the demo media.</source>
        <translation>请重新安装软件包，或生成演示媒体。</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>No account is set up.</source>
        <translation>尚未设置账号。</translation>
    </message>
    <message>
        <source>There is no account named “%1”.</source>
        <translation>没有名为“%1”的账号。</translation>
    </message>
    <message>
        <source>Add an account, or set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.</source>
        <translation>请添加账号，或设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET。</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
</context>
</TS>
