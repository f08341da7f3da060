/// Words on a page that do something with it or lead away from it: 打印 关闭窗口 分享到.
enum PageControls {
    /// Whether a line consists of nothing else.
    static func areAll(_ line: [Unicode.Scalar]) -> Bool {
        guard line.count <= 80 else { return false }
        var letters = 0
        var at = 0
        while at < line.count {
            guard isWordLetter(line[at]) else {
                at += 1
                continue
            }
            var best = 0
            for word in words where word.count > best && at + word.count <= line.count {
                if line[at..<at + word.count].elementsEqual(word) { best = word.count }
            }
            guard best > 0 else { return false }
            letters += best
            at += best
        }
        return letters > 0
    }

    private static let words: [[Unicode.Scalar]] = """
        打印 打印本页 打印本文 打印页面 打印文章 关闭 关闭窗口 关闭本页 关闭页面 收藏 收藏本页 加入收藏 分享 分享到 分享至 微信 微博 新浪微博 腾讯微博 QQ空间 QQ好友 QQ 空间 朋友圈 微信好友 微信扫一扫 \
        字体 字号 字体大小 大 中 小 大号 中号 小号 默认 标准 超大 返回 返回顶部 返回首页 返回列表 返回上一页 顶部 首页 我要纠错 纠错 我要打印 我要收藏 保存 保存本页 下载 下载本文 推荐 扫一扫 \
        扫一扫在手机打开当前页 手机扫一扫 用手机浏览 浏览次数 阅读次数 点击次数 阅读 浏览量 播放 语音播报 朗读 暂停 复制链接 复制 链接 转发 点赞 上一篇 下一篇 上一条 下一条 无 没有了 视力保护色 分享到微信 到 当前位置 您的位置 位置
        """.unicodeScalars.split { $0 == " " || $0 == "\n" }.map(Array.init)
}
